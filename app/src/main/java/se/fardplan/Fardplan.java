package se.fardplan;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application (Färdplan). It is started by the command line, which opens the database beside it. */
@SpringBootApplication
public class Fardplan {}
