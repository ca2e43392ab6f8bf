package se.fardplan;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** Chromium's virtual authenticator (virtuell nyckel): holds passkeys for one page, and signs without asking anyone. */
final class Authenticator {

    private final CDPSession protocol;
    private final String id;

    private Authenticator(CDPSession protocol, String id) {
        this.protocol = protocol;
        this.id = id;
    }

    static Authenticator of(Page page) {
        CDPSession protocol = page.context().newCDPSession(page);
        protocol.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject arguments = new JsonObject();
        arguments.add("options", options);
        JsonObject added = protocol.send("WebAuthn.addVirtualAuthenticator", arguments);
        return new Authenticator(protocol, added.get("authenticatorId").getAsString());
    }

    /** The only passkey it holds, with its secret. */
    JsonObject key() {
        return protocol.send("WebAuthn.getCredentials", self())
                .getAsJsonArray("credentials")
                .get(0)
                .getAsJsonObject();
    }

    int keys() {
        return protocol.send("WebAuthn.getCredentials", self())
                .getAsJsonArray("credentials")
                .size();
    }

    /** Puts a passkey in, such as a copy of one. */
    void put(JsonObject key) {
        JsonObject arguments = self();
        arguments.add("credential", key);
        protocol.send("WebAuthn.addCredential", arguments);
    }

    void clear() {
        protocol.send("WebAuthn.clearCredentials", self());
    }

    /** False: whoever holds it no longer shows a finger or a face. */
    void setVerified(boolean verified) {
        JsonObject arguments = self();
        arguments.addProperty("isUserVerified", verified);
        protocol.send("WebAuthn.setUserVerified", arguments);
    }

    private JsonObject self() {
        JsonObject arguments = new JsonObject();
        arguments.addProperty("authenticatorId", id);
        return arguments;
    }
}
