package org.tianbo.ledger;

import java.util.UUID;

/** A person decided about something odd; published within the transaction that stores it. */
public record FlagDecided(String county, UUID flag) {}
