package se.fardplan.organisation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Refusal;

/** Reads a county package into the database (länspaketets inläsning): everything or nothing. */
@Service
public class CountyLoader {

    static final String DEFAULT = "dalarna";

    private final List<CountyPart> parts;
    private final CountyStore store;
    private final ApplicationEventPublisher events;
    private final Path counties;

    /** @param counties the folder of packages; {@code counties} in the program's home where it is not set */
    CountyLoader(
            List<CountyPart> parts,
            CountyStore store,
            ApplicationEventPublisher events,
            @Value("${fardplan.counties:}") String counties) {
        this.parts = List.copyOf(parts);
        this.store = store;
        this.events = events;
        this.counties = counties.isEmpty()
                ? Path.of(System.getProperty("fardplan.home", ".")).resolve("counties")
                : Path.of(counties);
    }

    /**
     * Sees to it that the database holds the package {@code key} as its files now stand; nothing is done when it does.
     *
     * <p>A database keeps the county, and the kind of data, that it was made with. What users have written stays.
     *
     * @param key the folder's name; null for the county already here, or Dalarna in an empty database
     * @param demo true for a folder that shall hold exempeldata
     * @return true when something was loaded
     * @throws Refusal {@code ORG-001} unknown package, {@code ORG-002} another county is here, {@code ORG-003} real data are
     *     here, {@code ORG-004} errors in the package
     */
    @Transactional
    public boolean ensureLoaded(@Nullable String key, boolean demo) {
        store.lock();
        Optional<CountyStore.Loaded> here = store.findLoaded();
        String wanted = key != null ? key : here.map(CountyStore.Loaded::key).orElse(DEFAULT);
        here.ifPresent(loaded -> refuseOther(loaded, wanted, demo));
        CountyPackage county = open(wanted);
        String hash = county.hash();
        if (here.isPresent() && here.get().hash().equals(hash)) {
            return false;
        }
        check(county);
        boolean examples = here.map(CountyStore.Loaded::demo).orElse(demo);
        String version = county.glance("county.yaml", file -> file.version("version"));
        store.saveLoaded(new CountyStore.Loaded(wanted, version, hash, examples));
        parts.forEach(part -> part.load(county));
        events.publishEvent(new CountyLoaded(
                wanted, version, hash, here.map(CountyStore.Loaded::hash).orElse("")));
        return true;
    }

    private static void refuseOther(CountyStore.Loaded here, String wanted, boolean demo) {
        if (!here.key().equals(wanted)) {
            throw new Refusal("ORG-002", here.key(), wanted);
        }
        if (demo && !here.demo()) {
            throw new Refusal("ORG-003");
        }
    }

    private CountyPackage open(String key) {
        List<String> known = listPackages();
        if (!known.contains(key)) {
            throw new Refusal("ORG-001", key, counties.toString(), known.isEmpty() ? "inga" : String.join(", ", known));
        }
        return new CountyPackage(counties.resolve(key));
    }

    private void check(CountyPackage county) {
        Problems problems = new Problems();
        parts.forEach(part -> part.check(county, problems));
        List<String> found = problems.list();
        if (!found.isEmpty()) {
            throw new Refusal("ORG-004", county.key(), found.size(), String.join("\n", found));
        }
    }

    private List<String> listPackages() {
        if (!Files.isDirectory(counties)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(counties)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("county.yaml")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
