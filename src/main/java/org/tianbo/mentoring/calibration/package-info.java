/**
 * Mentors score rehearsals that are told in words, and see afterwards which scores these deserve. How far they agree is
 * worked out from their first answers.
 */
package org.tianbo.mentoring.calibration;
