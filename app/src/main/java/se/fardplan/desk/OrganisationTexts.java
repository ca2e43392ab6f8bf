package se.fardplan.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.fardplan.access.Scope;
import se.fardplan.organisation.Abbreviation;
import se.fardplan.organisation.Alias;
import se.fardplan.organisation.Document;
import se.fardplan.organisation.Glossary;
import se.fardplan.organisation.Organisation;

/** The county's principals by all their names, its documents and its abbreviations (organisationens texter). */
@Component
class OrganisationTexts implements SearchSource {

    private final Organisation organisation;

    OrganisationTexts(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("principal", "document", "abbreviation");
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<SearchText> texts() {
        Map<String, List<Alias>> named = organisation.listAliases().stream()
                .filter(alias -> alias.kind() == Alias.Kind.PRINCIPAL)
                .collect(Collectors.groupingBy(Alias::officialName, LinkedHashMap::new, Collectors.toList()));
        return Stream.of(
                        named.values().stream().map(OrganisationTexts::text),
                        organisation.listDocuments().stream().map(OrganisationTexts::text),
                        organisation.listAbbreviations().stream().map(OrganisationTexts::text))
                .flatMap(texts -> texts)
                .toList();
    }

    private static SearchText text(List<Alias> names) {
        Alias first = names.getFirst();
        return new SearchText(
                "principal",
                "/namn?q=" + URLEncoder.encode(first.name(), StandardCharsets.UTF_8),
                first.officialName(),
                names.stream()
                        .map(Alias::name)
                        .filter(name -> !name.equals(first.officialName()))
                        .distinct()
                        .collect(Collectors.joining(", ")),
                Scope.anyone());
    }

    private static SearchText text(Document document) {
        return new SearchText(
                "document",
                "/dokument#" + document.key(),
                document.title(),
                SearchText.of(
                        document.owner(),
                        String.join(". ", document.formerTitles()),
                        document.registrationNumber(),
                        document.note()),
                Scope.anyone());
    }

    private static SearchText text(Abbreviation word) {
        return new SearchText(
                "abbreviation",
                "/forkortningar#" + Glossary.id(word.shortForm()),
                word.shortForm(),
                SearchText.of(word.longForm(), word.explanation()),
                Scope.anyone());
    }
}
