package se.fardplan.charts;

import java.util.List;

/**
 * The roadmap (färdplanen): its parts along the thread toward the vision, with today's position.
 *
 * @param vision what the thread leads to
 * @param today  such as {@code 22 november 2026}
 * @param parts  in the order they are travelled
 */
public record Roadmap(Caption caption, String vision, String today, List<Part> parts) implements Chart {

    public Roadmap {
        parts = List.copyOf(parts);
    }

    @Override
    public Drawing render(Size size) {
        return new RoadmapDrawing(this, size).draw();
    }

    /** One part; {@code note} says when or what, and may be empty. */
    public record Part(String name, String note, Progress progress) {}

    /** How far a part has come: filled, ring with core, empty ring. */
    public enum Progress {
        DONE,
        HERE,
        LEFT
    }
}
