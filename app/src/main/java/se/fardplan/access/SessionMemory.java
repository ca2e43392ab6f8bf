package se.fardplan.access;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a login that goes on remembers between two requests (sessionens minne), as bytes: the library's own values for an
 * external login, and nothing else. No class outside the list is ever made from bytes.
 */
final class SessionMemory {

    private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter(String.join(
            ";",
            "maxbytes=65536",
            "maxdepth=20",
            "maxrefs=2000",
            "maxarray=4096",
            "java.lang.String",
            "java.lang.Number",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Boolean",
            "java.lang.Enum",
            "java.lang.Object",
            "java.util.UUID",
            "java.util.CollSer",
            "java.util.ArrayList",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.LinkedHashMap",
            "java.util.LinkedHashSet",
            "java.util.Map$Entry",
            "java.util.Collections$*",
            "java.util.Arrays$ArrayList",
            "java.time.Ser",
            "java.time.Instant",
            "java.time.Duration",
            "org.springframework.security.oauth2.core.*",
            "org.springframework.security.oauth2.core.endpoint.*",
            "org.springframework.security.web.csrf.DefaultCsrfToken",
            "!*"));

    private SessionMemory() {}

    /**
     * @return null for nothing to remember
     * @throws IllegalStateException a value could not be read back
     */
    static byte @Nullable [] bytes(Map<String, Object> values) {
        if (values.isEmpty()) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
            output.writeObject(new HashMap<>(values));
            output.flush();
            read(bytes.toByteArray());
        } catch (IOException | ClassNotFoundException problem) {
            throw new IllegalStateException("a session cannot remember " + values.keySet(), problem);
        }
        return bytes.toByteArray();
    }

    /** Empty where the bytes are not of this version, or not ours: the login then begins anew. */
    static Map<String, Object> values(byte @Nullable [] bytes) {
        if (bytes == null) {
            return Map.of();
        }
        try {
            return read(bytes);
        } catch (IOException | ClassNotFoundException | RuntimeException unknown) {
            return Map.of();
        }
    }

    private static Map<String, Object> read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream input = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            input.setObjectInputFilter(KNOWN);
            Map<String, Object> values = new HashMap<>();
            if (input.readObject() instanceof Map<?, ?> map) {
                map.forEach((name, value) -> values.put(String.valueOf(name), value));
            }
            return values;
        }
    }
}
