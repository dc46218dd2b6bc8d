package org.tianbo.store;

import java.util.List;

/** A platform's order file as read: its lines, and the report for whoever brought it. */
public record OrderFile(OrderReport report, List<OrderLine> lines) {}
