package se.fardplan.people;

import org.springframework.stereotype.Service;

/** How people come into the house, move within it and leave (människor). */
@Service
class People {}
