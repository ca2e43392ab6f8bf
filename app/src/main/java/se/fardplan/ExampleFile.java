package se.fardplan;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

/** Examples written in a file of their own, in YAML (exempelfil). */
public final class ExampleFile {

    private ExampleFile() {}

    /** What stands under {@code root} in the resource {@code file}, as records. */
    public static <T> T read(String file, String root, Bindable<T> as) {
        MutablePropertySources sources = new MutablePropertySources();
        try {
            new YamlPropertySourceLoader()
                    .load(file, new ClassPathResource(file))
                    .forEach(sources::addLast);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Binder(ConfigurationPropertySources.from(sources))
                .bind(root, as)
                .get();
    }
}
