package se.fardplan.organisation;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads the county, its organisations, documents and abbreviations from the package. */
@Component
@Order(10)
class OrganisationPart implements CountyPart {

    private final CountyStore counties;
    private final PrincipalStore principals;
    private final DocumentStore documents;

    OrganisationPart(CountyStore counties, PrincipalStore principals, DocumentStore documents) {
        this.counties = counties;
        this.principals = principals;
        this.documents = documents;
    }

    @Override
    public void check(CountyPackage county, Problems problems) {
        OrganisationContent.read(county, problems);
    }

    @Override
    public void load(CountyPackage county) {
        OrganisationContent content = OrganisationContent.read(county, new Problems());
        counties.saveCounty(content.county());
        principals.replace(content.principals(), content.aliases());
        documents.replace(content.documents(), content.abbreviations());
    }
}
