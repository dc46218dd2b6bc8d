package org.tianbo.people;

/** What is known of somebody who joins; everything but login and name may be null. */
public record NewPerson(
        String login,
        String name,
        String mobile,
        String idLast4,
        String idHash,
        String gender,
        String town,
        String village,
        String category,
        String note) {

    /** A member of staff: no roster line, no village. */
    public static NewPerson staff(String login, String name) {
        return new NewPerson(login, name, null, null, null, null, null, null, null, null);
    }
}
