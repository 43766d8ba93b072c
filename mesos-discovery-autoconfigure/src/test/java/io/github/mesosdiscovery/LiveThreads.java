package io.github.mesosdiscovery;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The threads of this process that live.
 */
public final class LiveThreads {

	private LiveThreads() {
	}

	/**
	 * Return those whose name is wanted.
	 */
	public static Set<Thread> named(Predicate<String> isWanted) {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> isWanted.test(thread.getName()))
			.collect(Collectors.toSet());
	}

}
