/** What of films and of the county's videos was really watched, and how the questions inside were answered. */
package org.tianbo.learning.video;
