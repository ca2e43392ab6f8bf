package se.fardplan.guards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An SQL text of a room: a constant of one of its classes.
 *
 * @param room the package below {@code se.fardplan}
 * @param name class and constant, such as {@code AccountStore.BY_EMAIL}
 */
record SqlText(String room, String owner, String name, String sql) {

    private static final Pattern BEGINNING = Pattern.compile(
            "(?is)^\\s*(--[^\\n]*\\n\\s*)*(select|insert|update|delete|merge|with|copy|create|drop|truncate|lock|alter)\\s.*");

    static final Path MAIN = Path.of(System.getProperty("fardplan.home"), "app/src/main/java/se/fardplan");

    /** Every SQL text that stands as a string constant in a class of a room. */
    static List<SqlText> all() {
        Path classes = Path.of(System.getProperty("fardplan.home"), "app/target/classes");
        try (Stream<Path> files = Files.walk(classes.resolve("se/fardplan"))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.getFileName().toString().startsWith("Jte"))
                    .sorted()
                    .flatMap(file -> of(load(classes.relativize(file))).stream())
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static List<SqlText> of(Class<?> type) {
        List<SqlText> texts = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class && !field.isSynthetic()) {
                String text = value(field);
                if (text != null && BEGINNING.matcher(text).matches() && text.contains("\n")) {
                    texts.add(new SqlText(
                            room(type), type.getName(), type.getSimpleName() + "." + field.getName(), text));
                }
            }
        }
        return texts;
    }

    private static Class<?> load(Path file) {
        String name = file.toString().replace('/', '.').replaceAll("\\.class$", "");
        try {
            return Class.forName(name, false, SqlText.class.getClassLoader());
        } catch (ClassNotFoundException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static String value(Field field) {
        try {
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (IllegalAccessException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static String room(Class<?> type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 2 ? parts[2] : "";
    }

    @Override
    public String toString() {
        return room + " " + name;
    }
}
