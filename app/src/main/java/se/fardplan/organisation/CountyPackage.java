package se.fardplan.organisation;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** A county as data: the folder {@code counties/<key>} (länspaket). */
public final class CountyPackage {

    private static final Pattern PLACE = Pattern.compile("([^:]+):(.+)");
    private static final Pattern LINES = Pattern.compile("\\d+(-\\d+)?");

    private final Path folder;
    private final Map<String, String> titles = new HashMap<>();

    /** Opens the package in {@code folder}, which must be there. */
    public CountyPackage(Path folder) {
        this.folder = folder;
        // The part of this room reports what is wrong in documents.yaml; here only the titles are wanted.
        for (Entry document : compose("documents.yaml", new Problems()).entries("documents")) {
            String file = document.textOrNull("file");
            if (file != null) {
                titles.put(file, document.text("title"));
            }
        }
    }

    /** The package's folder name, such as {@code dalarna}. */
    public String key() {
        return folder.getFileName().toString();
    }

    public boolean has(String file) {
        return Files.isRegularFile(folder.resolve(file));
    }

    /** Reads the whole of {@code file} with {@code reader}; a name in it that was not asked for is a problem too. */
    public <T> T read(String file, Problems problems, Function<Entry, T> reader) {
        Entry root = compose(file, problems);
        T content = reader.apply(root);
        root.reportUnread();
        return content;
    }

    /** Reads some of {@code file}, which another room reads whole. */
    public <T> T glance(String file, Function<Entry, T> reader) {
        return glance(file, new Problems(), reader);
    }

    /** Reads some of {@code file}, noting what is wrong with that part of it. */
    public <T> T glance(String file, Problems problems, Function<Entry, T> reader) {
        return reader.apply(compose(file, problems));
    }

    /** The same for the same content: SHA-256 over the package's files by name. */
    String hash() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : sorted) {
                digest.update(file.getFileName().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The source that {@code place}, such as {@code 004_685a.txt:99-101}, names; null when its document is unknown. */
    @Nullable
    Source source(String place) {
        Matcher parts = PLACE.matcher(place);
        if (!parts.matches()) {
            return null;
        }
        String title = titles.get(parts.group(1));
        String where = parts.group(2).strip();
        return title == null ? null : new Source(title, LINES.matcher(where).matches() ? lines(where) : where);
    }

    private static String lines(String where) {
        return "rad " + where.replace('-', '–');
    }

    private Entry compose(String file, Problems problems) {
        if (!has(file)) {
            problems.add(file, 1, "filen saknas i länspaketet.");
            return new Entry(this, file, problems, null);
        }
        try (Reader reader = Files.newBufferedReader(folder.resolve(file))) {
            Node node = new Yaml(new LoaderOptions()).compose(reader);
            return new Entry(this, file, problems, node);
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 1;
            problems.add(file, line, "filen kan inte läsas som YAML (%s).".formatted(broken.getProblem()));
        } catch (YAMLException | IOException broken) {
            problems.add(file, 1, "filen kan inte läsas (%s).".formatted(broken.getMessage()));
        }
        return new Entry(this, file, problems, null);
    }
}
