package se.fardplan.organisation;

import java.nio.file.Path;

/** A county as data: the folder {@code counties/<key>} (länspaket). */
public final class CountyPackage {

    private final Path folder;

    CountyPackage(Path folder) {
        this.folder = folder;
    }

    /** The package's folder name, such as {@code dalarna}. */
    public String key() {
        return folder.getFileName().toString();
    }
}
