package org.tianbo.people;

import java.util.List;

/** A roster as read: the people it brings, and the report for whoever brought it. */
public record Roster(RosterReport report, List<RosterLine> people) {}
