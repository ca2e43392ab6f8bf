package se.fardplan.desk;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A real mail server on a free port, which may be away and come back on the same. */
final class Mailbox implements AutoCloseable {

    private final ServerSetup setup;
    private GreenMail server;

    Mailbox() {
        setup = new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        server = new GreenMail(setup);
    }

    void open() {
        server = new GreenMail(setup);
        server.start();
    }

    @Override
    public void close() {
        server.stop();
    }

    Post post() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(setup.getPort());
        sender.setDefaultEncoding("UTF-8");
        Properties patience = sender.getJavaMailProperties();
        patience.setProperty("mail.smtp.connectiontimeout", "5000");
        patience.setProperty("mail.smtp.timeout", "5000");
        return new Post(sender, "Färdplan Norrby <fardplan@norrby.example>");
    }

    List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
