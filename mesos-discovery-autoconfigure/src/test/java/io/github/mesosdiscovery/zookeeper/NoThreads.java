package io.github.mesosdiscovery.zookeeper;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import net.bytebuddy.asm.Advice;

import static net.bytebuddy.matcher.ElementMatchers.is;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.none;

/**
 * Makes the creation of threads fail for one locator until this is closed, as in a
 * process that has reached its limit. Other threads of the JVM are not affected.
 */
public final class NoThreads implements AutoCloseable {

	/** The only place that code woven into {@link Thread} shares with the tests. */
	static final String KEY = NoThreads.class.getName();

	private static final Set<NoThreads> all = ConcurrentHashMap.newKeySet();

	private static boolean woven;

	private final List<String> names;

	private final AtomicInteger refusals = new AtomicInteger();

	private NoThreads(List<String> names) {
		this.names = names;
	}

	/**
	 * Refuse threads from now on.
	 * @param names the beginnings of the names of the threads that cannot be created, and
	 * that cannot create any but those that call listeners
	 */
	public static NoThreads of(String... names) {
		weave();
		NoThreads refused = new NoThreads(List.of(names));
		all.add(refused);
		return refused;
	}

	private static synchronized void weave() {
		if (!woven) {
			Predicate<Thread> refused = NoThreads::refuse;
			System.getProperties().put(KEY, refused);
			Weaving.weave((agent) -> agent.ignore(none())
				.type(is(Thread.class))
				.transform((builder, type, loader, module, domain) -> builder
					// Since Java 21, thread pools start their threads by an overload.
					.visit(Advice.to(Start.class).on(named("start")))));
			woven = true;
		}
	}

	private static boolean refuse(Thread thread) {
		return all.stream().anyMatch((one) -> one.isRefused(thread));
	}

	private boolean isRefused(Thread thread) {
		boolean refused = this.names.stream().anyMatch((name) -> thread.getName().startsWith(name))
				|| !thread.getName().endsWith("-events")
						&& this.names.stream().anyMatch(Thread.currentThread().getName()::startsWith);
		if (refused) {
			this.refusals.incrementAndGet();
		}
		return refused;
	}

	/**
	 * Return how many threads were refused so far.
	 */
	public int refusals() {
		return this.refusals.get();
	}

	@Override
	public void close() {
		all.remove(this);
	}

	/** Only the classes of the JDK can be used in it. */
	static final class Start {

		private Start() {
		}

		@Advice.OnMethodEnter
		@SuppressWarnings("unchecked")
		static void enter(@Advice.This Thread thread) {
			Object refused = System.getProperties().get("io.github.mesosdiscovery.zookeeper.NoThreads");
			if (refused instanceof Predicate && ((Predicate<Thread>) refused).test(thread)) {
				throw new OutOfMemoryError("unable to create native thread");
			}
		}

	}

}
