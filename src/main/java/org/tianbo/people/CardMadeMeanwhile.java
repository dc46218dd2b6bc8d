package org.tianbo.people;

/** Somebody began to make this person's card after the list was shown from which it was asked for. */
public class CardMadeMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CardMadeMeanwhile() {
        super("A card was made since the list was shown", null, false, false);
    }
}
