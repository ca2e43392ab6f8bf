package se.fardplan.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import se.fardplan.Refusal;

/**
 * Where the server listens (dörren).
 *
 * @param port 0 takes a free one
 */
record Door(String address, int port) {

    /** Tries the port before anything slow is started. */
    void refuseWhenTaken() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (UnknownHostException e) {
            throw new Refusal("CLI-010", address);
        } catch (IOException e) {
            throw new Refusal("CLI-001", Integer.toString(port));
        }
    }
}
