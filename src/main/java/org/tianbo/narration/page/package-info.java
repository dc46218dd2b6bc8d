/** The trainer's pages, and where what is spoken comes in and is heard. */
package org.tianbo.narration.page;
