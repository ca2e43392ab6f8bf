package se.fardplan.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The county, its principals, and what its documents and words are called (organisation). */
@Service
public class Organisation {

    private final CountyStore counties;
    private final PrincipalStore principals;
    private final DocumentStore documents;

    Organisation(CountyStore counties, PrincipalStore principals, DocumentStore documents) {
        this.counties = counties;
        this.principals = principals;
        this.documents = documents;
    }

    /** The county this database holds. */
    public County county() {
        return findCounty()
                .orElseThrow(() -> new IllegalStateException(
                        "Expected a county package to be loaded before anything is asked, found none."));
    }

    /** The county this database holds; empty before the first package is loaded. */
    public Optional<County> findCounty() {
        return counties.findCounty();
    }

    /** The principals of {@code day}: municipalities by name, then the region. */
    public List<Principal> listPrincipals(LocalDate day) {
        return principals.listValidOn(day);
    }

    /** The principal with Kolada's {@code code}, such as {@code 2080}, whether valid today or not. */
    public Optional<Principal> findPrincipal(String code) {
        return principals.find(code);
    }

    /** Where it is said that the principal with {@code code} belongs to the county. */
    public List<Source> listPrincipalSources(String code) {
        return principals.listSources(code);
    }

    /** Every principal and body that goes or went by {@code name}, in any spelling the package knows. */
    public List<Alias> search(String name) {
        return principals.listByAlias(name);
    }

    /** Every name of every principal and body, by official name. */
    public List<Alias> listAliases() {
        return principals.listAliases();
    }

    /** The documents register. */
    public List<Document> listDocuments() {
        return documents.list();
    }

    /** The abbreviations in alphabetical order. */
    public List<Abbreviation> listAbbreviations() {
        return documents.listAbbreviations();
    }

    /** The abbreviations to explain on one page. */
    public Glossary glossary() {
        return new Glossary(listAbbreviations());
    }
}
