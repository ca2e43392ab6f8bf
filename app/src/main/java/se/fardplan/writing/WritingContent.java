package se.fardplan.writing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.fardplan.organisation.CountyPackage;
import se.fardplan.organisation.Entry;
import se.fardplan.organisation.Problems;
import se.fardplan.plans.Shape;
import se.fardplan.writing.Template.Holds;
import se.fardplan.writing.Template.Section;

/** What this room reads from a county package (plans.yaml). */
record WritingContent(List<Template> templates, List<Initiative> initiatives) {

    private static final String FILE = "plans.yaml";
    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z0-9]+)*");

    static WritingContent read(CountyPackage county, Problems problems) {
        if (!county.has(FILE)) {
            return new WritingContent(List.of(), List.of());
        }
        return county.read(
                FILE,
                problems,
                root -> new WritingContent(
                        templates(root),
                        root.entries("initiatives").stream()
                                .map(WritingContent::initiative)
                                .toList()));
    }

    private static List<Template> templates(Entry root) {
        Set<Shape> shapes = new HashSet<>();
        List<Template> templates = new ArrayList<>();
        for (Entry entry : root.entries("templates")) {
            Shape shape = entry.word("shape", Shape.class);
            if (!shapes.add(shape)) {
                entry.problem("shape", "mallen för %s står två gånger. Låt den stå en gång.".formatted(shape));
            }
            templates.add(template(entry, shape));
        }
        return templates;
    }

    private static Template template(Entry entry, Shape shape) {
        Set<String> codes = new HashSet<>();
        List<Section> sections = new ArrayList<>();
        for (Entry section : entry.entries("sections")) {
            sections.addAll(sections(section));
        }
        for (Section section : sections) {
            if (!codes.add(section.code())) {
                entry.problem(
                        "sections", "avsnittet ”%s” står två gånger. Låt det stå en gång.".formatted(section.code()));
            }
        }
        entry.leave("sources");
        return new Template(
                shape,
                entry.textOrNull("sender"),
                entry.textOrNull("targetGroup"),
                entry.numberOrNull("firstYear"),
                entry.numberOrNull("lastYear"),
                entry.numberOr("mostPages", 0),
                entry.numberOr("mostIndicators", 0),
                entry.flag("decided"),
                entry.flag("reviewed"),
                sections);
    }

    /** A section, or one for each question of those it stands for. */
    private static List<Section> sections(Entry entry) {
        String code = entry.text("code");
        if (!CODE.matcher(code).matches()) {
            entry.problem("code", "”%s” kan inte stå i en adress. Skriv den som insatsomrade-1.".formatted(code));
        }
        Holds holds = entry.word("holds", Holds.class);
        Section section = new Section(
                code,
                entry.textOr("number", ""),
                entry.text("heading"),
                entry.numberOr("level", 1),
                entry.flag("required"),
                holds,
                entry.textOr("help", ""),
                link(entry));
        entry.leave("sources");
        Integer first = entry.numberOrNull("firstQuestion");
        Integer last = entry.numberOrNull("lastQuestion");
        if (holds != Holds.QUESTION) {
            return List.of(section);
        }
        if (first == null || last == null || last < first) {
            entry.problem("firstQuestion", "skriv numret på första och sista frågan.");
            return List.of();
        }
        List<Section> questions = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            questions.add(new Section(
                    code + "-" + number,
                    Integer.toString(number),
                    section.heading(),
                    section.level(),
                    section.required(),
                    holds,
                    section.help(),
                    section.link()));
        }
        return questions;
    }

    private static Template.@Nullable Link link(Entry entry) {
        if (!entry.has("link")) {
            return null;
        }
        Entry link = entry.entry("link");
        String address = link.text("address");
        if (!address.startsWith("https://")) {
            link.problem("address", "adressen ska börja med https://.");
        }
        return new Template.Link(link.text("title"), address);
    }

    private static Initiative initiative(Entry entry) {
        return new Initiative(entry.text("code"), entry.text("name"), entry.textOr("text", ""), entry.sources());
    }
}
