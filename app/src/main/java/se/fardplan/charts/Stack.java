package se.fardplan.charts;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts boxes of given lengths along a line without overlap, each as near its wish as possible (stapling).
 *
 * <p>Pools neighbours that collide and lets each pool lie at its members' mean wish: the smallest total shift.
 */
final class Stack {

    private Stack() {}

    /** One box: where its middle wants to be, and its length. */
    record Wish(double middle, double length) {}

    /**
     * The middles in the given order.
     *
     * @param wishes in the order they are to lie; together no longer than the room
     */
    static List<Double> place(List<Wish> wishes, double from, double to) {
        List<Pool> pools = new ArrayList<>();
        for (Wish wish : wishes) {
            Pool pool = new Pool(List.of(wish), from, to);
            while (!pools.isEmpty() && pools.getLast().end() > pool.start()) {
                pool = pools.removeLast().joined(pool);
            }
            pools.add(pool);
        }
        List<Double> middles = new ArrayList<>();
        for (Pool pool : pools) {
            double at = pool.start();
            for (Wish wish : pool.members()) {
                middles.add(at + wish.length() / 2);
                at += wish.length();
            }
        }
        return middles;
    }

    /** Boxes that touch each other. */
    private record Pool(List<Wish> members, double from, double to) {

        double length() {
            return members.stream().mapToDouble(Wish::length).sum();
        }

        /** The mean of what each member wants, held inside the room. */
        double start() {
            double before = 0;
            double sum = 0;
            for (Wish wish : members) {
                sum += wish.middle() - wish.length() / 2 - before;
                before += wish.length();
            }
            return Math.max(from, Math.min(to - length(), sum / members.size()));
        }

        double end() {
            return start() + length() - 1e-6;
        }

        Pool joined(Pool next) {
            List<Wish> all = new ArrayList<>(members);
            all.addAll(next.members);
            return new Pool(all, from, to);
        }
    }
}
