package se.fardplan.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.OwnAccount;
import se.fardplan.access.OwnSessions;
import se.fardplan.access.Passkeys;
import se.fardplan.access.PersonChange;
import se.fardplan.desk.Desk;
import se.fardplan.desk.Letter;

/** What people change about their own account, each in one transaction (egna ändringar). */
@Service
class OwnChanges {

    private final OwnAccount account;
    private final Passkeys passkeys;
    private final OwnSessions sessions;
    private final PersonDirectory directory;
    private final Tickets tickets;
    private final Desk desk;
    private final Texts texts;

    OwnChanges(
            OwnAccount account,
            Passkeys passkeys,
            OwnSessions sessions,
            PersonDirectory directory,
            Tickets tickets,
            Desk desk,
            Texts texts) {
        this.account = account;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.directory = directory;
        this.tickets = tickets;
        this.desk = desk;
        this.texts = texts;
    }

    /** Sets a new password and tells the owner so by mail. */
    @Transactional
    public void password(CurrentUser user, String old, String password) {
        account.changePassword(user, old, password);
        tickets.close(user.id());
        desk.send(new Letter(
                user.email(),
                texts.of("mail.chosen.subject"),
                texts.of("mail.chosen.text", user.name(), desk.link("/glomt-losenord")),
                Letter.Kind.NOTICE));
    }

    /** Ends another of the user's own sessions; {@code ACC-071} when there is no such session. */
    @Transactional
    public void endSession(CurrentUser user, UUID handle, HttpServletRequest request) {
        sessions.end(user, handle, request);
    }

    /** Ends all of the user's own sessions but this one. */
    @Transactional
    public void endOtherSessions(CurrentUser user, HttpServletRequest request) {
        sessions.endOthers(user, request);
    }

    /** Keeps a passkey and tells the owner so by mail; the refusals are those of {@link Passkeys#add}. */
    @Transactional
    public void addKey(CurrentUser user, Passkeys.Answer answer, String name) {
        passkeys.add(user, answer, name);
        String page = desk.link("/mitt-konto");
        desk.send(new Letter(
                user.email(),
                texts.of("mail.key-added.subject"),
                texts.of("mail.key-added.text", user.name(), name.strip(), page),
                Letter.Kind.NOTICE));
    }

    /** Removes a passkey and tells the owner so by mail; {@code ACC-067} when it is not the user's. */
    @Transactional
    public void removeKey(CurrentUser user, UUID key) {
        String name = passkeys.remove(user, key);
        desk.send(new Letter(
                user.email(),
                texts.of("mail.key-removed.subject"),
                texts.of("mail.key-removed.text", user.name(), name, desk.link("/mitt-konto")),
                Letter.Kind.NOTICE));
    }

    /** Sends the way to confirm a new address. */
    @Transactional
    public void address(CurrentUser user, String email) {
        tickets.readdress(user, email);
    }

    /** Lets someone hold a role of one's own for a time; {@code PEO-008} no such account, {@code PEO-009} a day is missing. */
    @Transactional
    public void standIn(
            CurrentUser user, UUID held, String email, @Nullable LocalDate from, @Nullable LocalDate until) {
        OwnAccount.Owner substitute =
                account.findByEmail(email).orElseThrow(() -> new Refusal("PEO-008", email.strip()));
        if (from == null || until == null) {
            throw new Refusal("PEO-009");
        }
        directory.apply(user, new PersonChange.StandIn(user.id(), held, substitute.id(), from, until));
    }

    /** The stand-in's last day was yesterday. */
    @Transactional
    public void endStandIn(CurrentUser user, UUID person, UUID held) {
        directory.apply(
                user, new PersonChange.End(person, held, Principals.today().minusDays(1)));
    }
}
