package se.fardplan.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The operating system's account that PostgreSQL runs as (systemkonto): our own, or an unprivileged one where we are root,
 * which PostgreSQL refuses to be.
 *
 * @param user the name in {@code /etc/passwd}; null when PostgreSQL runs as ourselves
 */
record Account(@Nullable String user) {

    private static final List<String> PREFERRED = List.of("fardplan", "nobody");

    static Account choose() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Account(null);
        }
        List<String> lines = Files.readAllLines(Path.of("/etc/passwd"));
        return PREFERRED.stream()
                .filter(name -> lines.stream().anyMatch(line -> line.startsWith(name + ":")))
                .findFirst()
                .map(Account::new)
                .orElseThrow(() -> new IOException("no account among " + PREFERRED + " in /etc/passwd"));
    }

    /** {@code command} as it must be started to run as this account. */
    List<String> running(List<String> command) throws IOException {
        if (user == null) {
            return command;
        }
        String group = primaryGroup(user);
        List<String> dropped =
                new ArrayList<>(List.of("setpriv", "--reuid", user, "--regid", group, "--clear-groups", "--"));
        dropped.addAll(command);
        return dropped;
    }

    /** Gives {@code path} itself, not what is in it, to this account. */
    void give(Path path) throws IOException {
        if (user == null) {
            return;
        }
        UserPrincipalLookupService names = path.getFileSystem().getUserPrincipalLookupService();
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        view.setOwner(names.lookupPrincipalByName(user));
    }

    /** Lets this account pass through {@code folder} and those above it: passing only, no listing. */
    void letPass(Path folder) throws IOException {
        if (user == null) {
            return;
        }
        for (Path above = folder; above != null; above = above.getParent()) {
            Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(above);
            if (allowed.add(PosixFilePermission.OTHERS_EXECUTE)) {
                Files.setPosixFilePermissions(above, allowed);
            }
        }
    }

    private static String primaryGroup(String user) throws IOException {
        return Files.readAllLines(Path.of("/etc/passwd")).stream()
                .filter(line -> line.startsWith(user + ":"))
                .map(line -> line.split(":", -1)[3])
                .findFirst()
                .orElseThrow(() -> new IOException(user + " is not in /etc/passwd"));
    }
}
