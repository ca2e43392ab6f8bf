package se.fardplan.assignments;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;

/** What each quarter is for, and the papers of the work (arbetet i uppdraget). */
@Component
class AssignmentWork {

    private final AssignmentPages pages;
    private final Papers papers;
    private final AssignmentWords words;
    private final Texts texts;

    record Page(AssignmentPages.Head head, List<Quarter> quarters, List<PaperGroup> papers) {}

    record Quarter(String title, List<String> items) {}

    /** @param id where it stands on the page */
    record PaperGroup(String id, String title, String none, List<PaperLine> lines, List<Choice> addable) {}

    /** @param mark what is still to be done with it, in a word; null when nothing is */
    record PaperLine(
            String title,
            String href,
            String when,
            String told,
            @Nullable String mark) {}

    AssignmentWork(AssignmentPages pages, Papers papers, AssignmentWords words, Texts texts) {
        this.pages = pages;
        this.papers = papers;
        this.words = words;
        this.texts = texts;
    }

    Page page(Assignment assignment, @Nullable CurrentUser user) {
        return new Page(
                pages.head(assignment, AssignmentPages.View.WORK, null),
                assignment.of(Passage.Kind.QUARTER).map(this::quarter).toList(),
                groups(assignment, user).stream()
                        .filter(group ->
                                !group.lines().isEmpty() || !group.addable().isEmpty())
                        .toList());
    }

    private Quarter quarter(Passage passage) {
        String code = Objects.requireNonNullElse(passage.code(), "");
        return new Quarter(
                texts.of("assignment.quarter", code.substring(code.length() - 1), code.substring(0, 4)),
                passage.items());
    }

    /** Workshops and dialogues stand together, as what brings people in. */
    private List<PaperGroup> groups(Assignment assignment, @Nullable CurrentUser user) {
        boolean open = assignment.closed() == null;
        List<Paper> all = papers.list(assignment, user);
        return Stream.of(
                        List.of(Paper.Kind.STEERING_ITEM),
                        List.of(Paper.Kind.COMMUNICATION),
                        List.of(Paper.Kind.WORKSHOP, Paper.Kind.DIALOGUE),
                        List.of(Paper.Kind.WORKING_GROUP),
                        List.of(Paper.Kind.OWNER_TASK))
                .map(kinds -> new PaperGroup(
                        kinds.getFirst().name(),
                        texts.of("papers." + kinds.getFirst()),
                        texts.of("papers." + kinds.getFirst() + ".none"),
                        all.stream()
                                .filter(paper -> kinds.contains(paper.kind()))
                                .map(this::line)
                                .toList(),
                        kinds.stream()
                                .filter(kind -> open && kind.isWritten() && papers.mayWrite(user, kind))
                                .map(kind -> new Choice(
                                        assignment.href() + "/akt/ny?slag=" + kind,
                                        texts.of("paper.new." + kind),
                                        false))
                                .toList()))
                .toList();
    }

    private PaperLine line(Paper paper) {
        String told = paper.kind().fields().stream()
                .map(paper::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        String mark =
                paper.isOpenTask() ? texts.of("paper.open") : paper.isPublic() ? null : texts.of("paper.prepared");
        return new PaperLine(paper.title(), paper.href(), words.when(paper), told, mark);
    }
}
