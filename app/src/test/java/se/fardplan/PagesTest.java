package se.fardplan;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of pages: the whole application on a fresh copy of the test database, with {@code MockMvcTester} to ask it.
 *
 * <p>Take what is needed as fields: {@code @Autowired MockMvcTester pages;}. Tests that share the annotation share one
 * application, and so one database.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = Fardplan.class)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabase.Beans.class)
public @interface PagesTest {}
