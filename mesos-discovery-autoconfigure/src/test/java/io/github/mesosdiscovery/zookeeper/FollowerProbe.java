package io.github.mesosdiscovery.zookeeper;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.codec.RegistrationName;
import io.github.mesosdiscovery.history.trace.Publication;
import io.github.mesosdiscovery.history.trace.Request;
import io.github.mesosdiscovery.history.trace.Sign;
import io.github.mesosdiscovery.history.trace.Sign.End;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import org.apache.zookeeper.ZooKeeper;
import org.jspecify.annotations.Nullable;

import static net.bytebuddy.matcher.ElementMatchers.named;

/**
 * Woven into the library in the JVM of the tests only, to see what no user can: what each
 * locator was told and which version of the path each snapshot was made of.
 */
public final class FollowerProbe {

	private static final Map<String, FollowerWitness> witnesses = new ConcurrentHashMap<>();

	private static final ThreadLocal<@Nullable FollowerWitness> current = new ThreadLocal<>();

	private static boolean woven;

	private FollowerProbe() {
	}

	/**
	 * Weave the probe in, unless that was done before.
	 */
	public static synchronized void weave() {
		if (!woven) {
			Weaving.weave(FollowerProbe::transformer);
			woven = true;
		}
	}

	private static AgentBuilder transformer(AgentBuilder agent) {
		return agent.type(named(Follower.class.getName()))
			.transform((builder, type, loader, module, domain) -> builder
				.visit(Advice.to(Process.class).on(named("process")))
				.visit(Advice.to(CarryOut.class).on(named("carryOut")))
				.visit(Advice.to(NewZooKeeper.class).on(named("newZooKeeper"))))
			.type(named(Snapshots.class.getName()))
			.transform(
					(builder, type, loader, module, domain) -> builder.visit(Advice.to(Next.class).on(named("next"))));
	}

	/**
	 * Tell a witness of all that a locator does.
	 * @param locator the name of the locator, which no other has
	 * @param witness who is told, or {@code null} for nobody any more
	 */
	public static void watch(String locator, @Nullable FollowerWitness witness) {
		if (witness != null) {
			witnesses.put(locator, witness);
		}
		else {
			witnesses.remove(locator);
		}
	}

	static void begin(LocatorSettings settings, Signal signal) {
		FollowerWitness witness = witnesses.get(settings.name());
		if (witness != null) {
			current.set(witness);
			witness.happened(sign(signal));
		}
	}

	static void end(@Nullable Throwable failure) {
		FollowerWitness witness = current.get();
		if (witness != null) {
			current.remove();
			if (failure != null) {
				witness.failed(failure);
			}
		}
	}

	static void made(Tracking tracking, MasterSnapshot before, @Nullable MasterSnapshot after) {
		FollowerWitness witness = current.get();
		if (witness != null && after != null && after != before) {
			Fence fence = tracking.fence();
			witness.made(after, new Publication.Version(tracking.link().session(), fence.czxid(), fence.pzxid(),
					fence.generation()));
		}
	}

	static void asked(Command command) {
		FollowerWitness witness = current.get();
		Request.Kind kind = (command instanceof Command.ListChildren) ? Request.Kind.LIST
				: (command instanceof Command.Fetch) ? Request.Kind.FETCH : (command instanceof Command.CheckPath)
						? Request.Kind.CHECK : (command instanceof Command.Ping) ? Request.Kind.PING : null;
		if (witness != null && kind != null) {
			witness.asked(kind);
		}
	}

	static void opened(LocatorSettings settings, @Nullable ZooKeeper handle) {
		FollowerWitness witness = witnesses.get(settings.name());
		if (witness != null && handle != null) {
			witness.opened(handle);
		}
	}

	private static Sign sign(Signal signal) {
		if (signal instanceof Signal.Due due) {
			return sign(0, switch (due.timer()) {
				case RETRY -> Sign.Kind.RETRY;
				case RESYNC -> Sign.Kind.RESYNC;
				default -> Sign.Kind.TIMER;
			}, End.OK, List.of());
		}
		int session = ((Signal.OfSession) signal).session();
		if (signal instanceof Signal.Connected connected) {
			return new Sign(System.nanoTime(), session, Sign.Kind.CONNECTED, End.OK, List.of(), 0,
					connected.timeoutNanos());
		}
		if (signal instanceof Signal.Listed listed) {
			return (listed.listing() instanceof Signal.Children children) ? listed(session, children)
					: sign(session, Sign.Kind.LISTED, end(listed.listing()), List.of());
		}
		if (signal instanceof Signal.CommandFailed failed) {
			return failed(session, failed.command());
		}
		if (signal instanceof Signal.Heard heard) {
			return sign(session, Sign.Kind.HEARD, end(heard.path()), List.of());
		}
		if (signal instanceof Signal.Checked checked) {
			return sign(session, Sign.Kind.CHECKED, end(checked.outcome()), List.of());
		}
		if (signal instanceof Signal.Fetched fetched) {
			return sign(session, Sign.Kind.FETCHED, end(fetched.outcome()), List.of(fetched.name().znode()));
		}
		if (signal instanceof Signal.ZnodeChanged changed) {
			return sign(session, Sign.Kind.ZNODE_CHANGED, End.OK, List.of(changed.name().znode()));
		}
		if (signal instanceof Signal.ZnodeDeleted deleted) {
			return sign(session, Sign.Kind.ZNODE_DELETED, End.OK, List.of(deleted.name().znode()));
		}
		return sign(session,
				(signal instanceof Signal.Opened) ? Sign.Kind.OPENED
						: (signal instanceof Signal.Disconnected) ? Sign.Kind.DISCONNECTED
								: (signal instanceof Signal.Expired) ? Sign.Kind.EXPIRED
										: (signal instanceof Signal.Died) ? Sign.Kind.DIED : Sign.Kind.PATH_CHANGED,
				End.OK, List.of());
	}

	/** A read that could not be made has failed like one that was. */
	private static Sign failed(int session, Command command) {
		Sign.Kind kind = (command instanceof Command.ListChildren) ? Sign.Kind.LISTED
				: (command instanceof Command.Fetch) ? Sign.Kind.FETCHED
						: (command instanceof Command.CheckPath) ? Sign.Kind.CHECKED : Sign.Kind.TIMER;
		return sign(session, kind, End.OTHER,
				(command instanceof Command.Fetch fetch) ? List.of(fetch.name().znode()) : List.of());
	}

	private static Sign listed(int session, Signal.Children children) {
		return new Sign(System.nanoTime(), session, Sign.Kind.LISTED, End.OK,
				children.registrations().stream().map(RegistrationName::znode).toList(), children.czxid(), 0);
	}

	private static Sign sign(int session, Sign.Kind kind, End end, List<String> znodes) {
		return new Sign(System.nanoTime(), session, kind, end, znodes, 0, 0);
	}

	private static End end(Object outcome) {
		return (outcome instanceof Signal.Failure failure) ? switch (failure.cause()) {
			case MISSING -> End.MISSING;
			case DENIED -> End.DENIED;
			case CONNECTION -> End.CONNECTION;
			default -> End.OTHER;
		} : End.OK;
	}

	/** Around each signal. */
	static final class Process {

		private Process() {
		}

		@Advice.OnMethodEnter
		static void enter(@Advice.FieldValue("settings") LocatorSettings settings, @Advice.Argument(0) Signal signal) {
			FollowerProbe.begin(settings, signal);
		}

		@Advice.OnMethodExit(onThrowable = Throwable.class)
		static void exit(@Advice.Thrown @Nullable Throwable failure) {
			FollowerProbe.end(failure);
		}

	}

	/** Before each command. */
	static final class CarryOut {

		private CarryOut() {
		}

		@Advice.OnMethodEnter
		static void enter(@Advice.Argument(0) Command command) {
			FollowerProbe.asked(command);
		}

	}

	/** After each new handle. */
	static final class NewZooKeeper {

		private NewZooKeeper() {
		}

		@Advice.OnMethodExit
		static void exit(@Advice.FieldValue("settings") LocatorSettings settings, @Advice.Return ZooKeeper handle) {
			FollowerProbe.opened(settings, handle);
		}

	}

	/** After each snapshot. */
	static final class Next {

		private Next() {
		}

		@Advice.OnMethodExit
		static void exit(@Advice.Argument(0) Tracking tracking, @Advice.Argument(1) MasterSnapshot before,
				@Advice.Return MasterSnapshot after) {
			FollowerProbe.made(tracking, before, after);
		}

	}

}
