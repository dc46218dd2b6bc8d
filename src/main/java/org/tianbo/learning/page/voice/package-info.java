/** What a trainer of the county speaks, on the pages of a lesson and its quiz. */
package org.tianbo.learning.page.voice;
