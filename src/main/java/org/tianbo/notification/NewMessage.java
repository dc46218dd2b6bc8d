package org.tianbo.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * What a person should know.
 *
 * @param kind which sentence it is shown as: {@code practice.booked}
 * @param subject id of what it is about
 * @param title what the sentence names, in the person's own words
 * @param at the time it is about
 * @param link path of ours that opens it
 */
public record NewMessage(UUID person, String kind, UUID subject, String title, Instant at, String link) {}
