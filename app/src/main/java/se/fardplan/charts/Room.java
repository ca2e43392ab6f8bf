package se.fardplan.charts;

import java.util.ArrayList;
import java.util.List;

/** Where a picture is already taken (utrymme): texts and strokes that a new text must keep clear of. */
final class Room {

    private final double left;
    private final double top;
    private final double right;
    private final double bottom;
    private final List<Box> boxes = new ArrayList<>();
    private final List<double[]> strokes = new ArrayList<>();

    Room(double left, double top, double right, double bottom) {
        this.left = left;
        this.top = top;
        this.right = right;
        this.bottom = bottom;
    }

    void take(Box box) {
        boxes.add(box);
    }

    void take(double x, double y, double width, double height) {
        boxes.add(new Box("", x, y, width, height, 0));
    }

    void stroke(double x1, double y1, double x2, double y2) {
        strokes.add(new double[] {x1, y1, x2, y2});
    }

    /** True where the rectangle lies inside and touches nothing nearer than {@code margin}. */
    boolean free(double x, double y, double width, double height, double margin) {
        if (x < left || y < top || x + width > right || y + height > bottom) {
            return false;
        }
        Box wanted = new Box("", x - margin, y - margin, width + 2 * margin, height + 2 * margin, 0);
        return boxes.stream().noneMatch(wanted::overlaps) && strokes.stream().noneMatch(s -> crosses(wanted, s));
    }

    /** True where no taken text is nearer than {@code margin} to the stroke. */
    boolean clear(double x1, double y1, double x2, double y2, double margin) {
        double[] stroke = {x1, y1, x2, y2};
        return boxes.stream()
                .noneMatch(b -> crosses(
                        new Box("", b.x() - margin, b.y() - margin, b.width() + 2 * margin, b.height() + 2 * margin, 0),
                        stroke));
    }

    /** Liang–Barsky: cuts the stroke by each side in turn; what is left lies inside. */
    private static boolean crosses(Box box, double[] s) {
        double dx = s[2] - s[0];
        double dy = s[3] - s[1];
        double[] toward = {-dx, dx, -dy, dy};
        double[] distance = {s[0] - box.x(), box.x() + box.width() - s[0], s[1] - box.y(), box.y() + box.height() - s[1]
        };
        double enter = 0;
        double leave = 1;
        for (int i = 0; i < 4; i++) {
            if (toward[i] == 0) {
                if (distance[i] < 0) {
                    return false;
                }
            } else if (toward[i] < 0) {
                enter = Math.max(enter, distance[i] / toward[i]);
            } else {
                leave = Math.min(leave, distance[i] / toward[i]);
            }
        }
        return enter < leave;
    }
}
