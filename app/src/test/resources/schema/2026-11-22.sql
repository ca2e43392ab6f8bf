set check_function_bodies = false;

create schema access;

create schema indicators;

create schema organisation;

create schema reports;

create schema strategy;

create table public.flyway_schema_history (
    installed_rank integer not null,
    version character varying(50),
    description character varying(200) not null,
    type character varying(20) not null,
    script character varying(1000) not null,
    checksum integer,
    installed_by character varying(100) not null,
    installed_on timestamp without time zone default now() not null,
    execution_time integer not null,
    success boolean not null
);

create table access.account (
    id uuid not null,
    email text not null,
    name text not null,
    password text not null,
    created_at timestamp with time zone not null,
    disabled_at timestamp with time zone,
    failed_attempts integer default 0 not null,
    locked_until timestamp with time zone,
    stamp uuid not null,
    last_login_at timestamp with time zone
);

create table access.audit_entry (
    seq bigint not null,
    at timestamp with time zone not null,
    actor uuid not null,
    actor_name text not null,
    act text not null,
    subject text not null,
    detail text not null,
    previous_hash text not null,
    hash text not null
);

create table access.audit_head (
    only_one boolean default true not null,
    seq bigint not null,
    hash text not null
);

create table access.device (
    token_hash text not null,
    account uuid not null,
    failed_attempts integer default 0 not null,
    locked_until timestamp with time zone,
    last_used_at timestamp with time zone not null
);

create table access.role_grant (
    id uuid not null,
    account uuid not null,
    role text not null,
    organisation text,
    valid_from date not null,
    valid_until date
);

create table indicators.area (
    id text not null,
    title text not null,
    kind text not null,
    as_of date not null
);

create table indicators.area_member (
    group_id text not null,
    member_id text not null
);

create table indicators.area_title (
    id text not null,
    title text not null,
    from_vintage bigint not null,
    to_vintage bigint
);

create table indicators.hand_value (
    id uuid not null,
    indicator text not null,
    area text not null,
    year integer not null,
    sex text not null,
    value numeric not null,
    source text not null,
    entered_by uuid not null,
    entered_by_name text not null,
    entered_at timestamp with time zone not null,
    withdrawn_by_name text,
    withdrawn_at timestamp with time zone,
    from_vintage bigint not null,
    to_vintage bigint
);

create table indicators.indicator (
    id text not null,
    title text not null,
    description text not null,
    divided_by_sex boolean,
    area_kind text,
    auspice text,
    operating_area text,
    perspective text,
    preliminary_on date,
    published_on date,
    published_period text,
    has_units boolean,
    as_of date not null,
    vanished_in bigint
);

create table indicators.indicator_title (
    id text not null,
    title text not null,
    from_vintage bigint not null,
    to_vintage bigint
);

create table indicators.key_figure (
    code text not null,
    "position" integer not null,
    name text not null,
    printed_name text not null,
    measure_title text not null,
    definition text,
    kolada_id text,
    printed_kolada_id text not null,
    successor_id text,
    unit text not null,
    desired text not null,
    level text not null,
    status text not null,
    overlap_years integer not null,
    series_breaks integer[] not null,
    cautions text[] not null,
    surveyed_by text,
    national_indicator integer,
    sources text[] not null,
    basis text not null,
    basis_interpreted boolean not null,
    printed_definition text,
    survey_question text,
    desired_interpreted boolean not null,
    national_indicator_interpreted boolean not null,
    retired_after integer,
    successor_note text,
    predecessor_id text,
    likely_kolada_id text,
    notes text[] not null,
    valid_from date,
    valid_to date,
    decision_reference text
);

create table indicators.key_figure_decision (
    text text not null,
    basis text not null,
    until text not null,
    sources text[] not null
);

create table indicators.key_figure_verification (
    code text not null,
    kolada_id text not null,
    unit text not null,
    reference text not null,
    given_by text not null,
    given_at timestamp with time zone not null
);

create table indicators.national_indicator (
    number integer not null,
    area text not null,
    sub_area text not null,
    printed_sub_area text,
    sub_area_interpreted boolean not null,
    sub_area_note text,
    name text not null,
    printed_name text not null,
    status_codes integer[] not null,
    sources text[] not null
);

create table indicators.national_status (
    code integer not null,
    text text not null,
    as_of integer not null
);

create table indicators.observation (
    indicator text not null,
    area text not null,
    year integer not null,
    sex text not null,
    value numeric,
    state text not null,
    preliminary boolean not null,
    from_vintage bigint not null,
    to_vintage bigint
);

create table indicators.received_area (
    source integer not null,
    id text not null,
    title text not null,
    kind text not null
);

create table indicators.received_cell (
    indicator text not null,
    area text not null,
    year integer not null,
    sex text not null,
    value numeric,
    state text not null,
    preliminary boolean not null,
    change text not null
);

create table indicators.received_indicator (
    source integer not null,
    id text not null,
    title text not null,
    description text not null,
    divided_by_sex boolean,
    area_kind text,
    auspice text,
    operating_area text,
    perspective text,
    preliminary_on date,
    published_on date,
    published_period text,
    has_units boolean
);

create table indicators.received_member (
    source integer not null,
    group_id text not null,
    member_id text not null
);

create table indicators.received_scope (
    indicator text not null,
    area text not null,
    sex text not null,
    first_year integer not null,
    last_year integer not null
);

create table indicators.received_source (
    number integer not null,
    name text not null,
    as_of date not null
);

create table indicators.received_value (
    source integer not null,
    indicator text not null,
    area text not null,
    year integer not null,
    sex text not null,
    value numeric,
    state text not null
);

create table indicators.vintage (
    number bigint not null,
    as_of date not null,
    imported_at timestamp with time zone not null,
    imported_by text not null,
    kind text not null,
    sources text not null
);

create table organisation.abbreviation (
    short_form text not null,
    long_form text not null,
    explanation text,
    interpreted boolean not null,
    sources text[] not null
);

create table organisation.alias (
    name text not null,
    code text not null,
    kind text not null,
    official_name text not null,
    valid_from date,
    valid_to date,
    note text
);

create table organisation.county (
    key text not null,
    name text not null,
    region_code text not null,
    group_code text
);

create table organisation.document (
    key text not null,
    "position" integer not null,
    file text,
    title text not null,
    title_interpreted boolean not null,
    kind text not null,
    owner text,
    status text not null,
    version text,
    printed_version text,
    valid_from date,
    valid_to date,
    registration_number text,
    link text,
    note text,
    former_titles text[] not null
);

create table organisation.loaded (
    key text not null,
    version text not null,
    hash text not null,
    demo boolean not null,
    loaded_at timestamp with time zone not null
);

create table organisation.principal (
    code text not null,
    name text not null,
    kind text not null,
    tile_column integer,
    tile_row integer,
    valid_from date,
    valid_to date,
    sources text[] not null
);

create table reports.analysis (
    year integer not null,
    section text not null,
    version integer not null,
    text text not null,
    written_by text not null,
    written_at timestamp with time zone not null
);

create table reports.annual_report (
    year integer not null,
    state text not null,
    vintage bigint,
    frozen_at timestamp with time zone,
    frozen_by text,
    model text,
    sha256 text
);

create table strategy.heading (
    "position" integer not null,
    level integer not null,
    title text not null,
    page integer,
    href text not null,
    note text
);

create table strategy.milestone (
    "position" integer not null,
    kind text not null,
    day date,
    shown text not null,
    body text not null,
    text text not null,
    sources text[] not null
);

create table strategy.passage (
    kind text not null,
    "position" integer not null,
    title text,
    text text not null,
    printed text,
    note text,
    page integer,
    href text,
    sources text[] not null
);

create table strategy.strategy (
    title text not null,
    former_title text,
    former_title_note text,
    applies_to text[] not null,
    registration_number text not null,
    version text not null,
    printed_version text not null,
    valid_from date not null,
    valid_to date not null,
    title_from integer not null,
    title_to integer not null,
    approved_by text not null,
    vision text not null,
    vision_line text not null,
    vision_origin text not null,
    sources text[] not null,
    vision_sources text[] not null
);

create table strategy.stretch (
    "position" integer not null,
    name text not null,
    shown text not null,
    first_day date,
    last_day date,
    sources text[] not null
);

create table strategy.sub_goal (
    code text not null,
    "position" integer not null,
    name text not null,
    text text not null,
    printed text,
    origin text not null,
    key_figures text[] not null,
    sources text[] not null
);

alter table public.flyway_schema_history add constraint flyway_schema_history_pk PRIMARY KEY (installed_rank);

alter table access.account add constraint account_pkey PRIMARY KEY (id);

alter table access.audit_entry add constraint audit_entry_pkey PRIMARY KEY (seq);

alter table access.audit_head add constraint audit_head_pkey PRIMARY KEY (only_one);

alter table access.audit_head add constraint audit_head_only_one_check CHECK (only_one);

alter table access.device add constraint device_pkey PRIMARY KEY (token_hash);

alter table access.role_grant add constraint role_grant_pkey PRIMARY KEY (id);

alter table access.role_grant add constraint role_grant_check CHECK ((valid_until >= valid_from));

alter table indicators.area add constraint area_pkey PRIMARY KEY (id);

alter table indicators.area add constraint area_kind_check CHECK ((kind = ANY (ARRAY['K'::text, 'L'::text, 'G'::text])));

alter table indicators.area_member add constraint area_member_pkey PRIMARY KEY (group_id, member_id);

alter table indicators.area_title add constraint area_title_pkey PRIMARY KEY (id, from_vintage);

alter table indicators.hand_value add constraint hand_value_pkey PRIMARY KEY (id);

alter table indicators.hand_value add constraint hand_value_check CHECK ((to_vintage > from_vintage));

alter table indicators.hand_value add constraint hand_value_sex_check CHECK ((sex = ANY (ARRAY['T'::text, 'K'::text, 'M'::text])));

alter table indicators.hand_value add constraint hand_value_source_check CHECK ((source <> ''::text));

alter table indicators.hand_value add constraint hand_value_year_check CHECK (((year >= 1900) AND (year <= 2200)));

alter table indicators.indicator add constraint indicator_pkey PRIMARY KEY (id);

alter table indicators.indicator add constraint indicator_area_kind_check CHECK ((area_kind = ANY (ARRAY['K'::text, 'L'::text, 'A'::text])));

alter table indicators.indicator_title add constraint indicator_title_pkey PRIMARY KEY (id, from_vintage);

alter table indicators.key_figure add constraint key_figure_pkey PRIMARY KEY (code);

alter table indicators.key_figure add constraint key_figure_overlap_years_check CHECK ((overlap_years > 0));

alter table indicators.key_figure_verification add constraint key_figure_verification_pkey PRIMARY KEY (code);

alter table indicators.national_indicator add constraint national_indicator_pkey PRIMARY KEY (number);

alter table indicators.national_status add constraint national_status_pkey PRIMARY KEY (code);

alter table indicators.observation add constraint observation_pkey PRIMARY KEY (indicator, area, year, sex, from_vintage);

alter table indicators.observation add constraint observation_check CHECK (((value IS NOT NULL) = (state = ANY (ARRAY['published'::text, 'uncertain'::text]))));

alter table indicators.observation add constraint observation_check1 CHECK ((to_vintage > from_vintage));

alter table indicators.observation add constraint observation_sex_check CHECK ((sex = ANY (ARRAY['T'::text, 'K'::text, 'M'::text])));

alter table indicators.observation add constraint observation_state_check CHECK ((state = ANY (ARRAY['published'::text, 'not_published'::text, 'missing'::text, 'uncertain'::text, 'suppressed'::text, 'not_applicable'::text, 'removed'::text])));

alter table indicators.observation add constraint observation_year_check CHECK (((year >= 1900) AND (year <= 2200)));

alter table indicators.received_cell add constraint received_cell_pkey PRIMARY KEY (indicator, area, year, sex);

alter table indicators.received_cell add constraint received_cell_change_check CHECK ((change = ANY (ARRAY['added'::text, 'changed'::text, 'removed'::text, 'unchanged'::text])));

alter table indicators.received_source add constraint received_source_pkey PRIMARY KEY (number);

alter table indicators.vintage add constraint vintage_pkey PRIMARY KEY (number);

alter table indicators.vintage add constraint vintage_kind_check CHECK ((kind = ANY (ARRAY['files'::text, 'api'::text, 'example'::text, 'hand'::text])));

alter table indicators.vintage add constraint vintage_number_check CHECK ((number > 0));

alter table organisation.abbreviation add constraint abbreviation_pkey PRIMARY KEY (short_form);

alter table organisation.alias add constraint alias_kind_check CHECK ((kind = ANY (ARRAY['PRINCIPAL'::text, 'BODY'::text])));

alter table organisation.county add constraint county_pkey PRIMARY KEY (key);

alter table organisation.document add constraint document_pkey PRIMARY KEY (key);

alter table organisation.document add constraint document_file_key UNIQUE (file);

alter table organisation.loaded add constraint loaded_pkey PRIMARY KEY (key);

alter table organisation.principal add constraint principal_pkey PRIMARY KEY (code);

alter table organisation.principal add constraint principal_code_check CHECK ((code ~ '^\d{4}$'::text));

alter table organisation.principal add constraint principal_kind_check CHECK ((kind = ANY (ARRAY['MUNICIPALITY'::text, 'REGION'::text])));

alter table reports.analysis add constraint analysis_pkey PRIMARY KEY (year, section, version);

alter table reports.analysis add constraint analysis_version_check CHECK ((version > 0));

alter table reports.annual_report add constraint annual_report_pkey PRIMARY KEY (year);

alter table reports.annual_report add constraint annual_report_check CHECK (((state = 'frozen'::text) = ((vintage IS NOT NULL) AND (frozen_at IS NOT NULL) AND (frozen_by IS NOT NULL) AND (model IS NOT NULL) AND (sha256 IS NOT NULL))));

alter table reports.annual_report add constraint annual_report_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'frozen'::text])));

alter table reports.annual_report add constraint annual_report_year_check CHECK (((year >= 2000) AND (year <= 2100)));

alter table strategy.heading add constraint heading_pkey PRIMARY KEY ("position");

alter table strategy.milestone add constraint milestone_pkey PRIMARY KEY ("position");

alter table strategy.passage add constraint passage_pkey PRIMARY KEY (kind, "position");

alter table strategy.stretch add constraint stretch_pkey PRIMARY KEY ("position");

alter table strategy.sub_goal add constraint sub_goal_pkey PRIMARY KEY (code);

CREATE INDEX flyway_schema_history_s_idx ON public.flyway_schema_history USING btree (success);

CREATE UNIQUE INDEX account_email ON access.account USING btree (lower(email));

CREATE INDEX audit_entry_at ON access.audit_entry USING btree (at);

CREATE INDEX device_account ON access.device USING btree (account);

CREATE INDEX role_grant_account ON access.role_grant USING btree (account);

CREATE UNIQUE INDEX hand_value_now ON indicators.hand_value USING btree (indicator, area, year, sex) WHERE (to_vintage IS NULL);

CREATE UNIQUE INDEX observation_now ON indicators.observation USING btree (indicator, sex, year, area) INCLUDE (value, state, preliminary) WHERE (to_vintage IS NULL);

CREATE INDEX received_scope_cell ON indicators.received_scope USING btree (indicator, area, sex) INCLUDE (first_year, last_year);

CREATE INDEX alias_by_name ON organisation.alias USING btree (lower(name));

CREATE UNIQUE INDEX loaded_once ON organisation.loaded USING btree ((true));

CREATE UNIQUE INDEX strategy_once ON strategy.strategy USING btree ((true));

CREATE OR REPLACE FUNCTION reports.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'a % of a year may not be changed or removed', tg_table_name;
end;
$function$
;

alter table access.device add constraint device_account_fkey FOREIGN KEY (account) REFERENCES access.account(id);

alter table access.role_grant add constraint role_grant_account_fkey FOREIGN KEY (account) REFERENCES access.account(id);

alter table indicators.area_member add constraint area_member_group_id_fkey FOREIGN KEY (group_id) REFERENCES indicators.area(id);

alter table indicators.area_title add constraint area_title_from_vintage_fkey FOREIGN KEY (from_vintage) REFERENCES indicators.vintage(number) DEFERRABLE INITIALLY DEFERRED;

alter table indicators.area_title add constraint area_title_id_fkey FOREIGN KEY (id) REFERENCES indicators.area(id);

alter table indicators.area_title add constraint area_title_to_vintage_fkey FOREIGN KEY (to_vintage) REFERENCES indicators.vintage(number) DEFERRABLE INITIALLY DEFERRED;

alter table indicators.hand_value add constraint hand_value_from_vintage_fkey FOREIGN KEY (from_vintage) REFERENCES indicators.vintage(number) DEFERRABLE INITIALLY DEFERRED;

alter table indicators.hand_value add constraint hand_value_to_vintage_fkey FOREIGN KEY (to_vintage) REFERENCES indicators.vintage(number) DEFERRABLE INITIALLY DEFERRED;

alter table indicators.indicator add constraint indicator_vanished_in_fkey FOREIGN KEY (vanished_in) REFERENCES indicators.vintage(number) DEFERRABLE INITIALLY DEFERRED;

alter table indicators.indicator_title add constraint indicator_title_from_vintage_fkey FOREIGN KEY (from_vintage) REFERENCES indicators.vintage(number) DEFERRABLE INITIALLY DEFERRED;

alter table indicators.indicator_title add constraint indicator_title_id_fkey FOREIGN KEY (id) REFERENCES indicators.indicator(id);

alter table indicators.indicator_title add constraint indicator_title_to_vintage_fkey FOREIGN KEY (to_vintage) REFERENCES indicators.vintage(number) DEFERRABLE INITIALLY DEFERRED;

alter table indicators.observation add constraint observation_from_vintage_fkey FOREIGN KEY (from_vintage) REFERENCES indicators.vintage(number) DEFERRABLE INITIALLY DEFERRED;

alter table indicators.observation add constraint observation_to_vintage_fkey FOREIGN KEY (to_vintage) REFERENCES indicators.vintage(number) DEFERRABLE INITIALLY DEFERRED;

alter table organisation.county add constraint county_key_fkey FOREIGN KEY (key) REFERENCES organisation.loaded(key);

alter table reports.analysis add constraint analysis_year_fkey FOREIGN KEY (year) REFERENCES reports.annual_report(year);

grant usage on schema access to fardplan;

grant usage on schema indicators to fardplan;

grant usage on schema organisation to fardplan;

grant usage on schema reports to fardplan;

grant usage on schema strategy to fardplan;

revoke all on public.flyway_schema_history from fardplan;
grant delete, insert, select, update on public.flyway_schema_history to fardplan;

revoke all on access.account from fardplan;
grant delete, insert, select, update on access.account to fardplan;

revoke all on access.audit_entry from fardplan;
grant insert, select on access.audit_entry to fardplan;

revoke all on access.audit_head from fardplan;
grant select, update on access.audit_head to fardplan;

revoke all on access.device from fardplan;
grant delete, insert, select, update on access.device to fardplan;

revoke all on access.role_grant from fardplan;
grant delete, insert, select, update on access.role_grant to fardplan;

revoke all on indicators.area from fardplan;
grant delete, insert, select, update on indicators.area to fardplan;

revoke all on indicators.area_member from fardplan;
grant delete, insert, select, update on indicators.area_member to fardplan;

revoke all on indicators.area_title from fardplan;
grant delete, insert, select, update on indicators.area_title to fardplan;

revoke all on indicators.hand_value from fardplan;
grant delete, insert, select, update on indicators.hand_value to fardplan;

revoke all on indicators.indicator from fardplan;
grant delete, insert, select, update on indicators.indicator to fardplan;

revoke all on indicators.indicator_title from fardplan;
grant delete, insert, select, update on indicators.indicator_title to fardplan;

revoke all on indicators.key_figure from fardplan;
grant delete, insert, select, update on indicators.key_figure to fardplan;

revoke all on indicators.key_figure_decision from fardplan;
grant delete, insert, select, update on indicators.key_figure_decision to fardplan;

revoke all on indicators.key_figure_verification from fardplan;
grant delete, insert, select, update on indicators.key_figure_verification to fardplan;

revoke all on indicators.national_indicator from fardplan;
grant delete, insert, select, update on indicators.national_indicator to fardplan;

revoke all on indicators.national_status from fardplan;
grant delete, insert, select, update on indicators.national_status to fardplan;

revoke all on indicators.observation from fardplan;
grant delete, insert, select, update on indicators.observation to fardplan;

revoke all on indicators.received_area from fardplan;
grant delete, insert, select, update on indicators.received_area to fardplan;

revoke all on indicators.received_cell from fardplan;
grant delete, insert, select, update on indicators.received_cell to fardplan;

revoke all on indicators.received_indicator from fardplan;
grant delete, insert, select, update on indicators.received_indicator to fardplan;

revoke all on indicators.received_member from fardplan;
grant delete, insert, select, update on indicators.received_member to fardplan;

revoke all on indicators.received_scope from fardplan;
grant delete, insert, select, update on indicators.received_scope to fardplan;

revoke all on indicators.received_source from fardplan;
grant delete, insert, select, update on indicators.received_source to fardplan;

revoke all on indicators.received_value from fardplan;
grant delete, insert, select, update on indicators.received_value to fardplan;

revoke all on indicators.vintage from fardplan;
grant delete, insert, select, update on indicators.vintage to fardplan;

revoke all on organisation.abbreviation from fardplan;
grant delete, insert, select, update on organisation.abbreviation to fardplan;

revoke all on organisation.alias from fardplan;
grant delete, insert, select, update on organisation.alias to fardplan;

revoke all on organisation.county from fardplan;
grant delete, insert, select, update on organisation.county to fardplan;

revoke all on organisation.document from fardplan;
grant delete, insert, select, update on organisation.document to fardplan;

revoke all on organisation.loaded from fardplan;
grant delete, insert, select, update on organisation.loaded to fardplan;

revoke all on organisation.principal from fardplan;
grant delete, insert, select, update on organisation.principal to fardplan;

revoke all on reports.analysis from fardplan;
grant delete, insert, select, update on reports.analysis to fardplan;

revoke all on reports.annual_report from fardplan;
grant delete, insert, select, update on reports.annual_report to fardplan;

revoke all on strategy.heading from fardplan;
grant delete, insert, select, update on strategy.heading to fardplan;

revoke all on strategy.milestone from fardplan;
grant delete, insert, select, update on strategy.milestone to fardplan;

revoke all on strategy.passage from fardplan;
grant delete, insert, select, update on strategy.passage to fardplan;

revoke all on strategy.strategy from fardplan;
grant delete, insert, select, update on strategy.strategy to fardplan;

revoke all on strategy.stretch from fardplan;
grant delete, insert, select, update on strategy.stretch to fardplan;

revoke all on strategy.sub_goal from fardplan;
grant delete, insert, select, update on strategy.sub_goal to fardplan;

insert into public.flyway_schema_history overriding system value
select * from jsonb_populate_recordset(null::public.flyway_schema_history, '[
{"type": "SQL", "script": "access/V202611220710__access_accounts_and_audit.sql", "success": true, "version": "202611220710", "checksum": -955843029, "description": "access accounts and audit", "installed_by": "fardplan_owner", "installed_on": "2026-11-22T09:59:41.67518", "execution_time": 80, "installed_rank": 1},
{"type": "SQL", "script": "indicators/V202611220800__indicators_observation.sql", "success": true, "version": "202611220800", "checksum": -968440818, "description": "indicators observation", "installed_by": "fardplan_owner", "installed_on": "2026-11-22T09:59:42.22404", "execution_time": 321, "installed_rank": 3},
{"type": "SQL", "script": "indicators/V202611220801__indicators_key_figure.sql", "success": true, "version": "202611220801", "checksum": 1187024383, "description": "indicators key figure", "installed_by": "fardplan_owner", "installed_on": "2026-11-22T09:59:42.589124", "execution_time": 50, "installed_rank": 4},
{"type": "SQL", "script": "indicators/V202611220940__indicators_scope_index.sql", "success": true, "version": "202611220940", "checksum": 753108697, "description": "indicators scope index", "installed_by": "fardplan_owner", "installed_on": "2026-11-22T09:59:42.886202", "execution_time": 13, "installed_rank": 7},
{"type": "SQL", "script": "organisation/V202611220759__organisation_county.sql", "success": true, "version": "202611220759", "checksum": 113781932, "description": "organisation county", "installed_by": "fardplan_owner", "installed_on": "2026-11-22T09:59:42.158795", "execution_time": 26, "installed_rank": 2},
{"type": "SQL", "script": "reports/V202611220830__reports_annual_report.sql", "success": true, "version": "202611220830", "checksum": -2020367659, "description": "reports annual report", "installed_by": "fardplan_owner", "installed_on": "2026-11-22T09:59:42.779934", "execution_time": 67, "installed_rank": 6},
{"type": "SQL", "script": "strategy/V202611220815__strategy_text.sql", "success": true, "version": "202611220815", "checksum": -897555231, "description": "strategy text", "installed_by": "fardplan_owner", "installed_on": "2026-11-22T09:59:42.681795", "execution_time": 77, "installed_rank": 5}
]');

insert into access.audit_head overriding system value
select * from jsonb_populate_recordset(null::access.audit_head, '[
{"seq": 0, "hash": "0000000000000000000000000000000000000000000000000000000000000000", "only_one": true}
]');

CREATE TRIGGER analysis_is_kept BEFORE DELETE OR UPDATE ON reports.analysis FOR EACH ROW EXECUTE FUNCTION reports.refuse_change();

CREATE TRIGGER frozen_report_is_kept BEFORE DELETE OR UPDATE ON reports.annual_report FOR EACH ROW WHEN ((old.state = 'frozen'::text)) EXECUTE FUNCTION reports.refuse_change();
