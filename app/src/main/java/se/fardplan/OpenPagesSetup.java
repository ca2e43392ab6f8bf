package se.fardplan;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts {@link OpenPages} behind the door: after Spring Security, before the controllers. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class OpenPagesSetup {

    @Bean
    DataVersion dataVersion(LastChange lastChange, Clock clock) {
        return new DataVersion(lastChange, clock);
    }

    @Bean
    FilterRegistrationBean<OpenPages> openPages(DataVersion version) {
        return new FilterRegistrationBean<>(new OpenPages(version));
    }
}
