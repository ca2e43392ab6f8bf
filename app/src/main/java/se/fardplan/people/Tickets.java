package se.fardplan.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.HouseTime;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.OwnAccount;
import se.fardplan.access.OwnPasswords;
import se.fardplan.desk.Desk;
import se.fardplan.desk.Letter;
import se.fardplan.organisation.Organisation;

/** Invitations, forgotten passwords and new addresses, each by a link in a mail (biljetter); and ways to a password of one's own. */
@Service
class Tickets implements OwnPasswords {

    private static final int MOST_AN_HOUR = 3;
    private final TicketStore store;
    private final OwnAccount accounts;
    private final Organisation organisation;
    private final Desk desk;
    private final Texts texts;
    private final Clock clock;

    Tickets(TicketStore store, OwnAccount accounts, Organisation organisation, Desk desk, Texts texts, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.organisation = organisation;
        this.desk = desk;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Sends invitations; those sent earlier to the same people hold no longer.
     *
     * <p>Refusals: {@code PEO-001} no such account, {@code PEO-002} a password is chosen already.
     */
    @Transactional
    public void invite(CurrentUser by, Collection<UUID> persons) {
        List<OwnAccount.Owner> owners = accounts.list(persons);
        if (owners.size() < persons.size()) {
            throw new Refusal("PEO-001");
        }
        owners.stream().filter(OwnAccount.Owner::isOpened).findFirst().ifPresent(opened -> {
            throw new Refusal("PEO-002", opened.name());
        });
        Ticket.Purpose purpose = Ticket.Purpose.INVITATION;
        String county = organisation.county().name();
        LocalDate lastDay = LocalDate.ofInstant(clock.instant().plus(purpose.holds()), HouseTime.SWEDEN);
        String subject = texts.of("mail.invitation.subject", county);
        String house = desk.link("");
        List<Ticket> tickets = new ArrayList<>();
        List<Letter> letters = new ArrayList<>();
        for (OwnAccount.Owner owner : owners) {
            String token = Ticket.newToken();
            tickets.add(ticket(token, owner.id(), purpose, owner.email(), by.name()));
            String link = house + purpose.path(token);
            letters.add(new Letter(
                    owner.email(),
                    subject,
                    texts.of("mail.invitation.text", owner.name(), by.name(), county, link, lastDay.toString()),
                    Letter.Kind.INVITATION));
        }
        store.add(tickets);
        desk.send(letters);
    }

    /** Sends the way to a new password where there is such an account; that there is none must not show. */
    @Transactional
    public void remind(String email) {
        accounts.findByEmail(email).ifPresent(owner -> {
            Instant hourAgo = clock.instant().minus(Duration.ofHours(1));
            if (store.countSince(owner.id(), Ticket.Purpose.PASSWORD, hourAgo) < MOST_AN_HOUR) {
                String link = make(owner.id(), Ticket.Purpose.PASSWORD, owner.email(), owner.name());
                desk.send(new Letter(
                        owner.email(),
                        texts.of("mail.password.subject"),
                        texts.of("mail.password.text", owner.name(), link),
                        Letter.Kind.PASSWORD));
            }
        });
    }

    /**
     * Sends the way to confirm a new address, to that address.
     *
     * <p>Refusals: {@code ACC-002} no address, {@code ACC-004} in use, {@code PEO-010} too many letters within the hour.
     */
    @Transactional
    public void readdress(CurrentUser user, String email) {
        if (!accounts.isFree(email)) {
            throw new Refusal("ACC-004", email.strip());
        }
        Instant hourAgo = clock.instant().minus(Duration.ofHours(1));
        if (store.countSince(user.id(), Ticket.Purpose.ADDRESS, hourAgo) >= MOST_AN_HOUR) {
            throw new Refusal("PEO-010");
        }
        String link = make(user.id(), Ticket.Purpose.ADDRESS, email.strip(), user.name());
        desk.send(new Letter(
                email.strip(),
                texts.of("mail.address.subject"),
                texts.of("mail.address.text", user.name(), link),
                Letter.Kind.PASSWORD));
    }

    @Override
    @Transactional
    public String open(UUID account) {
        OwnAccount.Owner owner = accounts.find(account).orElseThrow(() -> new Refusal("ACC-061"));
        String token = Ticket.newToken();
        store.add(List.of(ticket(token, account, Ticket.Purpose.OWN, owner.email(), owner.name())));
        return Ticket.Purpose.OWN.path(token);
    }

    /** The ticket behind a link, as long as it holds. */
    Optional<Ticket> findOpen(String token, Ticket.Purpose purpose) {
        return store.find(token).filter(ticket -> ticket.purpose() == purpose && ticket.isOpen(clock.instant()));
    }

    /** Whose ticket it is; empty when the account is closed. */
    Optional<OwnAccount.Owner> findOwner(Ticket ticket) {
        return accounts.find(ticket.person());
    }

    /** The last invitation someone was sent. */
    Optional<Ticket> findInvitation(UUID person) {
        return store.findLatest(person, Ticket.Purpose.INVITATION);
    }

    /**
     * Sets a password by an invitation or a reminder, and tells the account's owner so by mail.
     *
     * <p>Refusals: {@code PEO-003} the link is used or too old, {@code ACC-010} to {@code ACC-013} and {@code ACC-072} the
     * password.
     */
    @Transactional
    public void choosePassword(Ticket ticket, String password) {
        OwnAccount.Owner owner = use(ticket);
        accounts.choosePassword(owner.id(), password);
        desk.send(new Letter(
                owner.email(),
                texts.of("mail.chosen.subject"),
                texts.of("mail.chosen.text", owner.name(), desk.link("/glomt-losenord")),
                Letter.Kind.NOTICE));
    }

    /** Moves an account to the address its ticket was sent to, and tells the old address so. */
    @Transactional
    public void confirmAddress(Ticket ticket) {
        OwnAccount.Owner owner = use(ticket);
        accounts.readdress(owner.id(), ticket.email());
        desk.send(new Letter(
                owner.email(),
                texts.of("mail.readdressed.subject"),
                texts.of("mail.readdressed.text", owner.name(), ticket.email()),
                Letter.Kind.NOTICE));
    }

    /** No link that was sent to the person holds any longer. */
    @Transactional
    public void close(UUID person) {
        store.closeAll(person, clock.instant());
    }

    /** With one link used, no other holds: they may lie in a mailbox that is the owner's no longer. */
    private OwnAccount.Owner use(Ticket ticket) {
        if (!store.use(ticket, clock.instant())) {
            throw new Refusal("PEO-003");
        }
        store.closeAll(ticket.person(), clock.instant());
        return accounts.find(ticket.person()).orElseThrow(() -> new Refusal("ACC-061"));
    }

    private String make(UUID person, Ticket.Purpose purpose, String email, String by) {
        String token = Ticket.newToken();
        store.add(List.of(ticket(token, person, purpose, email, by)));
        return desk.link(purpose.path(token));
    }

    private Ticket ticket(String token, UUID person, Ticket.Purpose purpose, String email, String by) {
        Instant now = clock.instant();
        return new Ticket(Ticket.hash(token), person, purpose, email, by, now, now.plus(purpose.holds()), null);
    }
}
