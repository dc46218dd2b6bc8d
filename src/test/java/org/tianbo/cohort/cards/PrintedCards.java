package org.tianbo.cohort.cards;

import java.net.URI;
import java.util.UUID;
import org.tianbo.people.Cards.IssuedCard;
import org.tianbo.people.PersonView;

/** Cards of somebody. */
public final class PrintedCards {

    private static final URI ORIGIN = URI.create("https://tianbo.example.org");

    private PrintedCards() {}

    public static PrintedCard of(String name) {
        return of(name, "481516");
    }

    public static PrintedCard of(String name, String pin) {
        PersonView holder = new PersonView(UUID.randomUUID(), name, "上坊村", "拖船镇", "a2b3c4", "13800000000");
        return PrintedCard.of(ORIGIN, new IssuedCard(holder, pin));
    }
}
