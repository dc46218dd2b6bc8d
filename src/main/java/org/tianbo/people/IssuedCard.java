package org.tianbo.people;

/**
 * A card just made; the only moment its PIN is known.
 *
 * @param pin six digits
 */
public record IssuedCard(PersonView holder, String pin) {

    /** The PIN stays out of logs that print a card in passing. */
    @Override
    public String toString() {
        return "IssuedCard[" + holder.id() + "]";
    }
}
