package se.fardplan.reports;

import java.util.List;

/**
 * A page of a few paragraphs from the message files (vägvisare): what a part of Färdplan will hold, or is.
 *
 * @param key the messages' first word: {@code <key>.title}, {@code <key>.lead}, then {@code <key>.1.heading} and
 *     {@code <key>.1.text} and so on
 * @param menu the entry it stands under, empty for none
 * @param parts the numbers 1, 2, … of its parts
 * @param links where to go from here; each one's words are {@code <key>.link.<name>}
 */
record Signpost(String key, String menu, List<Integer> parts, List<Link> links) {

    Signpost {
        parts = List.copyOf(parts);
        links = List.copyOf(links);
    }

    /** A way on from here. */
    record Link(String name, String href) {}
}
