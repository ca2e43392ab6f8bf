package se.fardplan.desk;

import org.springframework.stereotype.Service;

/** What rooms leave for people to find (arbetsbordet): to-do lines, search texts and mail. */
@Service
public class Desk {}
