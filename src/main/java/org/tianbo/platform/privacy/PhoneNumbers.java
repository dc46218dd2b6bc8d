package org.tianbo.platform.privacy;

import java.util.List;

/**
 * Phone numbers as the database holds them: sealed under a key of the county at hand, the same number always alike. In
 * front of the sealed number stand letters that say its end to whoever has the key, one for each digit, the last digit
 * first; so who is of a phone's end is a range of texts, which an index serves. Numbers from before they were sealed
 * are read as they are. Where no county is at hand nothing is opened.
 */
public interface PhoneNumbers {

    /** Empty for an empty number; what is sealed already stays. */
    String seal(String number);

    /** As {@link #seal(String)}, for what is told to another county. */
    String sealFor(String county, String number);

    /**
     * What was sealed.
     *
     * @param stored null for none
     * @return empty for none, and for one that is sealed under another county's key, which is logged
     */
    String open(String stored);

    /** A text in which all mobile numbers are sealed, and nothing else. */
    String sealIn(String text);

    /** What {@link #sealIn} was given; what cannot be opened stays. */
    String openIn(String text);

    /** All forms in which the number may be stored. */
    List<String> storedAs(String number);

    /** All ranges in which ends of stored numbers stand that end with these digits. */
    List<Range> endingWith(String digits);

    /** Texts from one on, before another, by their bytes. */
    record Range(String from, String before) {}
}
