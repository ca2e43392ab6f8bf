package se.fardplan.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the organisation room reads from a county package (county.yaml, organisations.yaml, documents.yaml, abbreviations.yaml). */
record OrganisationContent(
        County county,
        List<ListedPrincipal> principals,
        List<Alias> aliases,
        List<Document> documents,
        List<Abbreviation> abbreviations) {

    private static final Pattern CODE = Pattern.compile("\\d{4}");
    private static final Pattern GROUP = Pattern.compile("G\\d+");

    /** A principal with the time it is valid and where it is said. */
    record ListedPrincipal(
            Principal principal,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<Source> sources) {}

    static OrganisationContent read(CountyPackage files, Problems problems) {
        List<Alias> aliases = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        List<ListedPrincipal> principals = files.read("organisations.yaml", problems, root -> {
            List<ListedPrincipal> found = root.entries("principals").stream()
                    .map(entry -> principal(entry, codes, aliases))
                    .toList();
            Map<String, String> leading = new HashMap<>();
            root.entries("bodies").forEach(entry -> body(entry, codes, leading, aliases));
            return found;
        });
        County county = files.read("county.yaml", problems, root -> county(root, files.key(), codes));
        List<Document> documents = files.read("documents.yaml", problems, OrganisationContent::documents);
        List<Abbreviation> abbreviations =
                files.read("abbreviations.yaml", problems, OrganisationContent::abbreviations);
        return new OrganisationContent(county, principals, aliases, documents, abbreviations);
    }

    private static County county(Entry root, String key, Set<String> codes) {
        root.version("version");
        String region = root.text("regionCode");
        if (!region.isEmpty() && !codes.contains(region)) {
            root.problem("regionCode", "regionen ”%s” finns inte i organisations.yaml.".formatted(region));
        }
        String group = root.textOrNull("groupCode");
        if (group != null && !GROUP.matcher(group).matches()) {
            root.problem("groupCode", "”%s” är ingen grupp i Kolada. Skriv den som G33627.".formatted(group));
        }
        return new County(key, root.text("name"), region, group, false);
    }

    private static ListedPrincipal principal(Entry entry, Set<String> codes, List<Alias> aliases) {
        String code = entry.text("code");
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            entry.problem("code", "”%s” är ingen huvudmannakod. Skriv fyra siffror inom citattecken.".formatted(code));
        }
        unique(entry, code, codes);
        String name = entry.text("name");
        Principal.Kind kind = entry.word("kind", Principal.Kind.class);
        Principal.Tile tile = null;
        if (entry.has("tile")) {
            Entry place = entry.entry("tile");
            tile = new Principal.Tile(place.number("column"), place.number("row"));
        }
        aliases.add(new Alias(name, code, Alias.Kind.PRINCIPAL, name, null, null, null));
        entry.entries("aliases").forEach(other -> aliases.add(alias(other, code, Alias.Kind.PRINCIPAL, name)));
        return new ListedPrincipal(
                new Principal(code, name, kind, tile),
                entry.dateOrNull("validFrom"),
                entry.dateOrNull("validTo"),
                entry.sources());
    }

    private static void body(Entry entry, Set<String> codes, Map<String, String> leading, List<Alias> aliases) {
        String code = entry.text("code");
        unique(entry, code, codes);
        String name = entry.text("name");
        entry.sources();
        lead(entry, "code", code, code, leading);
        if (!name.equalsIgnoreCase(code)) {
            lead(entry, "name", name, code, leading);
        }
        aliases.add(new Alias(name, code, Alias.Kind.BODY, name, null, null, null));
        if (!code.equals(name)) {
            aliases.add(new Alias(code, code, Alias.Kind.BODY, name, null, null, null));
        }
        entry.entries("aliases").forEach(other -> {
            aliases.add(alias(other, code, Alias.Kind.BODY, name));
            lead(other, "name", other.textOr("name", ""), code, leading);
        });
    }

    /** A name of a body leads to that one alone, in large letters or small. */
    private static void lead(Entry entry, String key, String name, String code, Map<String, String> leading) {
        String other = leading.putIfAbsent(name.toLowerCase(Locale.ROOT), code);
        if (other != null && !name.isEmpty()) {
            entry.problem(
                    key, "namnet ”%s” leder redan till ”%s”. Ett namn får leda till en grupp.".formatted(name, other));
        }
    }

    private static Alias alias(Entry entry, String code, Alias.Kind kind, String officialName) {
        return new Alias(
                entry.text("name"),
                code,
                kind,
                officialName,
                entry.dateOrNull("validFrom"),
                entry.dateOrNull("validTo"),
                entry.textOrNull("note"));
    }

    private static List<Document> documents(Entry root) {
        Set<String> keys = new HashSet<>();
        return root.entries("documents").stream()
                .map(entry -> document(entry, keys))
                .toList();
    }

    private static Document document(Entry entry, Set<String> keys) {
        String key = entry.text("key");
        if (!key.isEmpty() && !keys.add(key)) {
            entry.problem("key", "dokumentet ”%s” står två gånger.".formatted(key));
        }
        return new Document(
                key,
                entry.textOrNull("file"),
                entry.text("title"),
                entry.flag("titleInterpreted"),
                entry.word("kind", Document.Kind.class),
                entry.textOrNull("owner"),
                entry.text("status"),
                entry.has("version") ? entry.version("version") : null,
                entry.textOrNull("printedVersion"),
                entry.dateOrNull("validFrom"),
                entry.dateOrNull("validTo"),
                entry.textOrNull("registrationNumber"),
                entry.textOrNull("link"),
                entry.textOrNull("note"),
                entry.texts("formerTitles"));
    }

    private static List<Abbreviation> abbreviations(Entry root) {
        Set<String> known = new HashSet<>();
        return root.entries("abbreviations").stream()
                .map(entry -> {
                    String shortForm = entry.text("short");
                    if (!shortForm.isEmpty() && !known.add(shortForm)) {
                        entry.problem("short", "förkortningen ”%s” står två gånger.".formatted(shortForm));
                    }
                    return new Abbreviation(
                            shortForm,
                            entry.text("long"),
                            entry.textOrNull("explanation"),
                            entry.flag("interpreted"),
                            entry.sources());
                })
                .toList();
    }

    private static void unique(Entry entry, String code, Set<String> codes) {
        if (!code.isEmpty() && !codes.add(code)) {
            entry.problem("code", "koden ”%s” står två gånger. Varje kod får stå en gång.".formatted(code));
        }
    }
}
