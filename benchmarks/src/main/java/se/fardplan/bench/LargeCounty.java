package se.fardplan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Dalarna with every key figure four times over, so that its annual report has more than sixty charts. */
final class LargeCounty {

    private static final int TIMES = 4;
    private static final String FIGURES = "key-figures.yaml";
    private static final Pattern CODE = Pattern.compile("(?m)^  - code: \"KF(\\d\\d)\"");

    private LargeCounty() {}

    /** @return a folder of county packages, with this one under Dalarna's name */
    static Path write(Path home) throws IOException {
        Path counties = Files.createTempDirectory("bench-counties");
        Path large = Files.createDirectory(counties.resolve("dalarna"));
        Path dalarna = home.resolve("counties").resolve("dalarna");
        try (Stream<Path> files = Files.list(dalarna)) {
            for (Path file : files.toList()) {
                Files.copy(file, large.resolve(file.getFileName()));
            }
        }
        Files.writeString(large.resolve(FIGURES), multiplied(Files.readString(dalarna.resolve(FIGURES))));
        return counties;
    }

    private static String multiplied(String yaml) {
        List<Integer> begins =
                CODE.matcher(yaml).results().map(match -> match.start()).toList();
        Matcher after = Pattern.compile("(?m)^\\S").matcher(yaml);
        int end = after.find(begins.getLast()) ? after.start() : yaml.length();
        String figures = yaml.substring(begins.getFirst(), end);
        StringBuilder all = new StringBuilder(yaml.substring(0, end));
        for (int time = 1; time < TIMES; time++) {
            int offset = time * begins.size();
            all.append(CODE.matcher(figures)
                    .replaceAll(match -> "  - code: \"KF%02d\"".formatted(Integer.parseInt(match.group(1)) + offset)));
        }
        return all.append(yaml.substring(end)).toString();
    }
}
