package se.fardplan.desk;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** The mail server (posten): {@code spring.mail.*} says which, {@code fardplan.mail.from} who writes. */
@Component
class Post {

    private final @Nullable JavaMailSender server;
    private final String from;

    /** How an attempt to send ended (utfall). */
    sealed interface Outcome {}

    /** The server has taken it. */
    record Taken() implements Outcome {}

    /** The server wants nothing of this letter. */
    record Refused(String why) implements Outcome {}

    /** The server does not answer, or wants nothing of us. */
    record Away(String why) implements Outcome {}

    /** @param server null where none is configured */
    Post(@Nullable JavaMailSender server, @Value("${fardplan.mail.from:}") String from) {
        this.server = server;
        this.from = from;
    }

    /** What is missing in the settings (brist). */
    enum Lack {
        NOTHING,
        SERVER,
        SENDER,
        /** What is set as sender is no address with a domain. */
        SENDERS_ADDRESS
    }

    /** False where no mail server is configured, or no sender: then letters wait. */
    boolean isOpen() {
        return lack() == Lack.NOTHING;
    }

    Lack lack() {
        if (server == null) {
            return Lack.SERVER;
        }
        if (from.isBlank()) {
            return Lack.SENDER;
        }
        try {
            return sender().getAddress().contains("@") ? Lack.NOTHING : Lack.SENDERS_ADDRESS;
        } catch (MessagingException malformed) {
            return Lack.SENDERS_ADDRESS;
        }
    }

    /** Hands over one letter. Tried again it bears the same Message-ID, by which a second copy is known. */
    Outcome send(LetterStore.Waiting waiting) {
        if (server == null) {
            throw new IllegalStateException("expected a mail server, found none; ask isOpen first");
        }
        try {
            server.send(message(server.createMimeMessage(), waiting));
            return new Taken();
        } catch (MailSendException failed) {
            return Arrays.stream(failed.getMessageExceptions()).anyMatch(SendFailedException.class::isInstance)
                    ? new Refused(told(failed))
                    : new Away(told(failed));
        } catch (MailException | MessagingException failed) {
            return failed instanceof MessagingException ? new Refused(told(failed)) : new Away(told(failed));
        }
    }

    private MimeMessage message(MimeMessage message, LetterStore.Waiting waiting) throws MessagingException {
        InternetAddress sender = sender();
        String mailbox = sender.getAddress();
        MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(sender);
        helper.setTo(waiting.letter().to());
        helper.setSubject(waiting.letter().subject());
        helper.setText(waiting.letter().text());
        helper.setSentDate(Date.from(waiting.createdAt()));
        message.setHeader("Message-ID", "<" + waiting.id() + mailbox.substring(mailbox.indexOf('@')) + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        if (waiting.stop() != null) {
            message.setHeader("List-Unsubscribe", "<" + waiting.stop() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return message;
    }

    private InternetAddress sender() throws MessagingException {
        try {
            InternetAddress address = new InternetAddress(from, true);
            address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
            return address;
        } catch (UnsupportedEncodingException missing) {
            throw new IllegalStateException("every JDK has UTF-8", missing);
        }
    }

    private static String told(Exception failed) {
        Throwable cause = failed instanceof MailSendException several && several.getMessageExceptions().length > 0
                ? several.getMessageExceptions()[0]
                : failed;
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
