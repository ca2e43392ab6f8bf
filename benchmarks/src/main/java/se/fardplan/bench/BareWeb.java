package se.fardplan.bench;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The peer of a start: one page from Spring Boot and nothing else. */
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@RestController
public class BareWeb {

    public static void main(String... arguments) {
        SpringApplication application = new SpringApplication(BareWeb.class);
        application.run(arguments);
    }

    static List<String> command() {
        String java = ProcessHandle.current().info().command().orElseThrow();
        return List.of(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                BareWeb.class.getName(),
                "--server.port=PORT",
                "--spring.config.location=optional:classpath:/none.properties");
    }

    @Bean
    SecurityFilterChain openToAll(HttpSecurity http) {
        return http.build();
    }

    @GetMapping("/")
    String page() {
        return "<!doctype html><title>Bare</title>";
    }
}
