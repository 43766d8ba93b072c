package io.github.mesosdiscovery.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the documentation says that the sample answers.
 */
public final class Documented {

	private static final Pattern BLOCK = Pattern.compile("```json\\n(.*?)\\n```", Pattern.DOTALL);

	private Documented() {
	}

	/**
	 * Return the first JSON of a page.
	 */
	public static String json(String page) throws IOException {
		Matcher block = BLOCK.matcher(Files.readString(Path.of("..", "docs", page)));
		if (!block.find()) {
			throw new IllegalStateException("No JSON in " + page);
		}
		return block.group(1);
	}

}
