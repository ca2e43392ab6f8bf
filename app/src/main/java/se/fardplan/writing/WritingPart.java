package se.fardplan.writing;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fardplan.organisation.CountyPackage;
import se.fardplan.organisation.CountyPart;
import se.fardplan.organisation.Problems;

/** Reads the templates of plans from the package; a county without them has plans without text. */
@Component
@Order(50)
class WritingPart implements CountyPart {

    private final TemplateStore store;

    WritingPart(TemplateStore store) {
        this.store = store;
    }

    @Override
    public void check(CountyPackage county, Problems problems) {
        WritingContent.read(county, problems);
    }

    @Override
    public void load(CountyPackage county) {
        store.replace(WritingContent.read(county, new Problems()));
    }
}
