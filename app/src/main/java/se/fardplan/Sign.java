package se.fardplan;

/** What the layout says about the installation (skylten): whose county, and whether its data are examples. */
public interface Sign {

    /** The county's name as a reader knows it, such as {@code Dalarna}. */
    String countyName();

    /** True where every value is exempeldata. */
    boolean demo();
}
