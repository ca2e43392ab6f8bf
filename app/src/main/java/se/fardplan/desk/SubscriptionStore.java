package se.fardplan.desk;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who wants the day's letter. */
@Repository
class SubscriptionStore {

    private static final String ENSURE = """
            insert into desk.subscription (account, token)
            values (:account, :token)
            on conflict (account) do nothing
            """;

    private static final String OF = """
            select account, token, daily
            from desk.subscription
            where account = :account
            """;

    private static final String BY_TOKEN = """
            select account, token, daily
            from desk.subscription
            where token = :token
            """;

    private static final String CHOOSE = """
            update desk.subscription
            set daily = :daily
            where account = :account and daily <> :daily
            """;

    private final JdbcClient database;

    /** @param token the secret in the link of each letter */
    record Subscription(UUID account, String token, boolean daily) {}

    SubscriptionStore(JdbcClient database) {
        this.database = database;
    }

    /** Someone's choice; made with {@code token} where there is none yet. */
    Subscription ensure(UUID account, String token) {
        database.sql(ENSURE).param("account", account).param("token", token).update();
        return database.sql(OF)
                .param("account", account)
                .query(Subscription.class)
                .single();
    }

    Optional<Subscription> find(String token) {
        return database.sql(BY_TOKEN)
                .param("token", token)
                .query(Subscription.class)
                .optional();
    }

    /** False when it was so already. */
    boolean choose(UUID account, boolean daily) {
        return database.sql(CHOOSE)
                        .param("account", account)
                        .param("daily", daily)
                        .update()
                == 1;
    }
}
