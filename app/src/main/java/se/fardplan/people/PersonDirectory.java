package se.fardplan.people;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Person;
import se.fardplan.access.PersonChange;
import se.fardplan.access.Persons;
import se.fardplan.access.RolesFollowed;
import se.fardplan.access.Scope;
import se.fardplan.desk.Desk;
import se.fardplan.desk.Line;
import se.fardplan.desk.SearchText;

/** Changes of people and their roles, with what follows of them: invitations, the search, word to those concerned (personregistret). */
@Service
class PersonDirectory {

    private final Persons persons;
    private final Tickets tickets;
    private final Desk desk;
    private final Texts texts;

    PersonDirectory(Persons persons, Tickets tickets, Desk desk, Texts texts) {
        this.persons = persons;
        this.tickets = tickets;
        this.desk = desk;
        this.texts = texts;
    }

    @Transactional
    public void apply(CurrentUser by, PersonChange change) {
        apply(by, List.of(change));
    }

    /** Makes the changes, all or none, and invites those who are new. */
    @Transactional
    public void apply(CurrentUser by, List<PersonChange> changes) {
        Function<CurrentUser.Grant, String> words = save(by, changes);
        List<UUID> invited = new ArrayList<>();
        List<Line> news = new ArrayList<>();
        for (PersonChange change : changes) {
            switch (change) {
                case PersonChange.Invite invite -> invited.add(invite.person());
                case PersonChange.Give give ->
                    news.add(news(give.person(), "people.news.role", words.apply(give.grant())));
                case PersonChange.StandIn standIn ->
                    news.add(news(
                            standIn.substitute(), "people.news.substitute", standIn.from() + "–" + standIn.until()));
                case PersonChange.Correct correct -> {}
                case PersonChange.End end -> {}
                case PersonChange.Confirm confirm -> {}
                case PersonChange.Close close -> {}
                case PersonChange.Reopen reopen -> {}
            }
        }
        tickets.invite(by, invited);
        desk.put(news);
    }

    /** Makes the changes without word to anyone; gives how a role is written. */
    Function<CurrentUser.Grant, String> save(CurrentUser by, List<PersonChange> changes) {
        List<Person> concerned = persons.apply(by, changes);
        Function<CurrentUser.Grant, String> words = persons.words();
        index(concerned, words);
        return words;
    }

    /** What an external login has given or taken is found and told of like any other role. */
    @EventListener
    void follow(RolesFollowed followed) {
        Function<CurrentUser.Grant, String> words = persons.words();
        desk.index(List.of(text(followed.person(), words)));
        desk.put(followed.given().stream()
                .map(grant -> news(followed.person().id(), "people.news.role", words.apply(grant)))
                .toList());
    }

    /** Tells the search of everyone anew: an address may have moved, and a unit got another name. */
    @Transactional
    public void index() {
        index(persons.listAll(), persons.words());
    }

    private void index(List<Person> concerned, Function<CurrentUser.Grant, String> words) {
        concerned.stream().filter(person -> !isFound(person)).forEach(person -> desk.forget(address(person)));
        desk.index(concerned.stream()
                .filter(PersonDirectory::isFound)
                .map(person -> text(person, words))
                .toList());
    }

    private Line news(UUID person, String key, String what) {
        return new Line(
                "role/" + person + "/" + what,
                Line.Kind.NEWS,
                texts.of(key, what),
                null,
                "/mitt-konto",
                null,
                Scope.account(person));
    }

    private static boolean isFound(Person person) {
        return person.state() != Person.State.CLOSED;
    }

    private static SearchText text(Person person, Function<CurrentUser.Grant, String> words) {
        String roles = person.roles().stream()
                .map(role -> words.apply(role.grant()))
                .distinct()
                .collect(Collectors.joining(" "));
        Scope scope = new Scope(Stream.concat(
                        Stream.of(Scope.act(Act.READ_PEOPLE, person.organisation())),
                        person.roles().stream()
                                .map(role ->
                                        Scope.act(Act.READ_PEOPLE, role.grant().organisation())))
                .flatMap(one -> one.keys().stream())
                .collect(Collectors.toSet()));
        return new SearchText("person", address(person), person.name(), person.email() + " " + roles, scope);
    }

    static String address(Person person) {
        return "/personer/" + person.id();
    }
}
