package se.fardplan;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A real Keycloak from its unpacked zip, whose folder is written in (Keycloak): one realm, two people, one group. */
final class Keycloak implements AutoCloseable {

    static final String PASSWORD = "hemligt hos den andra";

    private static final String REALM = """
            {"realm": "lan", "enabled": true, "sslRequired": "none",
             "groups": [{"name": "chefer"}],
             "clients": [{"clientId": "fardplan", "secret": "fardplans-hemlighet", "redirectUris": ["http://localhost:*"],
                "protocolMappers": [{"name": "groups", "protocol": "openid-connect",
                   "protocolMapper": "oidc-group-membership-mapper",
                   "config": {"claim.name": "groups", "full.path": "false", "id.token.claim": "true"}}]}],
             "users": [
               {"username": "anna", "enabled": true, "email": "anna@lan.example", "emailVerified": true,
                "firstName": "Anna", "lastName": "Ek", "groups": ["chefer"],
                "credentials": [{"type": "password", "value": "hemligt hos den andra"}]},
               {"username": "bo", "enabled": true, "email": "bo@lan.example", "emailVerified": false,
                "firstName": "Bo", "lastName": "Al", "groups": ["chefer"],
                "credentials": [{"type": "password", "value": "hemligt hos den andra"}]}]}
            """;

    private final Process process;
    private final String address;
    private final HttpClient http = HttpClient.newHttpClient();

    private Keycloak(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Returns when it answers; it remembers nothing of an earlier run. */
    static Keycloak start(Path folder) throws IOException {
        Path realm = folder.resolve("data/import/lan-realm.json");
        Files.createDirectories(realm.getParent());
        Files.writeString(realm, REALM);
        int port = freePort();
        ProcessBuilder starter = new ProcessBuilder(
                        folder.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--db=dev-mem",
                        "--http-port=" + port,
                        "--import-realm")
                .redirectErrorStream(true);
        starter.environment().put("JAVA_HOME", System.getProperty("java.home"));
        starter.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        starter.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
        Process process = starter.start();
        BufferedReader told = process.inputReader();
        StringBuilder all = new StringBuilder();
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            all.append(line).append('\n');
            if (line.contains("Listening on")) {
                Thread.ofVirtual().start(() -> readOn(told));
                return new Keycloak(process, "http://localhost:" + port);
            }
        }
        throw new IllegalStateException("expected Keycloak to start, found\n" + all);
    }

    /** It would stop when nobody reads what it tells. */
    private static void readOn(BufferedReader told) {
        try {
            String line = told.readLine();
            while (line != null) {
                line = told.readLine();
            }
        } catch (IOException gone) {
            // It has been closed.
            return;
        }
    }

    /** What an installation's own file would say to log in here. */
    Map<String, Object> settings() {
        String client = "spring.security.oauth2.client.registration.lan.";
        return Map.of(
                client + "client-name",
                "Länets inloggning",
                client + "client-id",
                "fardplan",
                client + "client-secret",
                "fardplans-hemlighet",
                client + "scope",
                "openid,profile,email",
                "spring.security.oauth2.client.provider.lan.issuer-uri",
                address + "/realms/lan");
    }

    /** Takes someone out of their only group. */
    void leaveGroup(String username) throws IOException, InterruptedException {
        String users = address + "/admin/realms/lan/users";
        JsonObject user = get(users + "?username=" + username);
        String groups = users + "/" + user.get("id").getAsString() + "/groups";
        send(request(groups + "/" + get(groups).get("id").getAsString()).DELETE());
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private JsonObject get(String list) throws IOException, InterruptedException {
        return new Gson().fromJson(send(request(list).GET()), JsonObject[].class)[0];
    }

    private HttpRequest.Builder request(String uri) throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=admin-cli&username=admin&password="
                + URLEncoder.encode("admin", StandardCharsets.UTF_8);
        String token = send(HttpRequest.newBuilder(URI.create(address + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        return HttpRequest.newBuilder(URI.create(uri))
                .header(
                        "Authorization",
                        "Bearer "
                                + new Gson()
                                        .fromJson(token, JsonObject.class)
                                        .get("access_token")
                                        .getAsString());
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("expected an answer, found " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
