package org.tianbo.cohort.outcome;

import java.sql.SQLException;
import java.util.UUID;
import org.tianbo.testsupport.OwnCounty;

/**
 * People of a test's own county, each with a store, in classes that ended three months ago: the first round was due on
 * the first of this month, so the month before counts. Nothing of it is counted before a recount.
 */
final class EarningVillagers {

    private static final String THIS_MONTH = "date_trunc('month', now() at time zone 'Asia/Shanghai')";
    private static final String MONTH = "(" + THIS_MONTH + " - interval '15 days') at time zone 'Asia/Shanghai'";

    private final OwnCounty county;

    EarningVillagers(OwnCounty county) {
        this.county = county;
    }

    /** People of these numbers and their stores. */
    void join(int from, int through) throws SQLException {
        county.each(
                "people (id, login, name, created_at)", "{person}, 'income-' || n, 'name ' || n, now()", from, through);
        county.each("stores (id, trainee, path, began_at)", "{person}, {person}, 'own', now()", from, through);
    }

    /** A class of people who have joined. */
    void endedClass(UUID cohort, int from, int through) throws SQLException {
        county.row(
                "cohorts (id, name, starts_on, ends_on, opened_at)",
                "'" + cohort + "', '" + cohort + "', " + THIS_MONTH + " - interval '6 months', " + THIS_MONTH
                        + " - interval '3 months', now()");
        county.each(
                "enrolments (id, cohort, trainee, consent, enrolled_at, last_active_at)",
                "gen_random_uuid(), '" + cohort + "', {person}, 'paper', now() - interval '200 days', now()",
                from,
                through);
    }

    /** A thousand yuan in that month for the first person, two for the second. */
    void sale(int from, int through) throws SQLException {
        county.each(
                "order_lines (store, platform, order_no, item_no, product, quantity, paid_fen, refunded_fen, state,"
                        + " after_sale, ordered_at, host_id, host_name, buyer_key, address_key, imported)",
                "{person}, 'DOUYIN', 'o' || n, 'i', 'rice', 1, n * 100000, 0, 'COMPLETED', '', " + MONTH
                        + ", '', '', '', '', {person}",
                from,
                through);
        county.each(
                "settled_months (store, month)", "{person}, " + THIS_MONTH + " - interval '1 month'", from, through);
    }

    /** What a visit in the first round after a class has of this month. */
    void visit(UUID cohort, int person, long fen, String claim) throws SQLException {
        visit(cohort, person, fen, claim, "interval '0'");
    }

    /** @param ago how long before this month it was earned */
    void visit(UUID cohort, int person, long fen, String claim, String ago) throws SQLException {
        county.each(
                "follow_up_visits (id, cohort, trainee, round, method, outcome, visited_on, counts_on, store_why,"
                        + " income_fen, income_month, income_seen, income_claim, help, next_step, satisfaction_words,"
                        + " visited_by, received_at, reason, withdrawn)",
                "gen_random_uuid(), '" + cohort + "', {person}, 1, 'IN_PERSON', 'MET', now(), now(), '', " + fen + ", "
                        + THIS_MONTH + " - " + ago + ", 'PLATFORM_SCREEN', '" + claim
                        + "', '', '', '', {person}, now(), '', false",
                person,
                person);
    }
}
