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
import io.github.mesosdiscovery.zookeeper.election.AcceptedView;
import io.github.mesosdiscovery.zookeeper.election.Command;
import io.github.mesosdiscovery.zookeeper.election.DetectorState;
import io.github.mesosdiscovery.zookeeper.election.Input;
import io.github.mesosdiscovery.zookeeper.election.StateMachine;
import io.github.mesosdiscovery.zookeeper.election.TransitionResult;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import org.apache.zookeeper.ZooKeeper;
import org.jspecify.annotations.Nullable;

import static net.bytebuddy.matcher.ElementMatchers.named;

/**
 * Instruments the library to record the inputs of each locator and the version of the
 * path in each snapshot.
 */
public final class DetectorProbe {

	private static final Map<String, DetectorWitness> witnesses = new ConcurrentHashMap<>();

	private static final ThreadLocal<@Nullable DetectorWitness> current = new ThreadLocal<>();

	private static boolean woven;

	private DetectorProbe() {
	}

	/**
	 * Instrument the library, once.
	 */
	public static synchronized void weave() {
		if (!woven) {
			Weaving.weave(DetectorProbe::transformer);
			woven = true;
		}
	}

	private static AgentBuilder transformer(AgentBuilder agent) {
		return agent.type(named(ZooKeeperMasterDetector.class.getName()))
			.transform((builder, type, loader, module, domain) -> builder
				.visit(Advice.to(Process.class).on(named("process")))
				.visit(Advice.to(CarryOut.class).on(named("carryOut")))
				.visit(Advice.to(NewZooKeeper.class).on(named("newZooKeeper"))))
			.type(named(StateMachine.class.getName()))
			.transform((builder, type, loader, module, domain) -> builder
				.visit(Advice.to(Apply.class).on(named("apply"))));
	}

	/**
	 * Report what a locator does to a witness.
	 * @param locator the unique name of the locator
	 * @param witness the witness, or {@code null} to stop
	 */
	public static void watch(String locator, @Nullable DetectorWitness witness) {
		if (witness != null) {
			witnesses.put(locator, witness);
		}
		else {
			witnesses.remove(locator);
		}
	}

	static void begin(LocatorSettings settings, Input input) {
		DetectorWitness witness = witnesses.get(settings.name());
		if (witness != null) {
			current.set(witness);
			witness.happened(sign(input));
		}
	}

	static void end(@Nullable Throwable failure) {
		DetectorWitness witness = current.get();
		if (witness != null) {
			current.remove();
			if (failure != null) {
				witness.failed(failure);
			}
		}
	}

	public static void made(DetectorState before, @Nullable TransitionResult result) {
		DetectorWitness witness = current.get();
		if (witness != null && result != null && result.state().snapshot() != before.snapshot()) {
			AcceptedView view = AcceptedView.of(result.state());
			witness.made(result.state().snapshot(),
					new Publication.Version(view.clientId(), view.czxid(), view.pzxid(), view.generation()));
		}
	}

	static void asked(Command command) {
		DetectorWitness witness = current.get();
		Request.Kind kind = (command instanceof Command.ListChildren) ? Request.Kind.LIST
				: (command instanceof Command.ReadMember) ? Request.Kind.FETCH
						: (command instanceof Command.WatchPathCreation) ? Request.Kind.CHECK
								: (command instanceof Command.SendHeartbeat) ? Request.Kind.PING : null;
		if (witness != null && kind != null) {
			witness.asked(kind);
		}
	}

	static void opened(LocatorSettings settings, @Nullable ZooKeeper client) {
		DetectorWitness witness = witnesses.get(settings.name());
		if (witness != null && client != null) {
			witness.opened(client);
		}
	}

	private static Sign sign(Input input) {
		if (input instanceof Input.TimerFired due) {
			return sign(0, switch (due.timer()) {
				case RETRY -> Sign.Kind.RETRY;
				case RESYNC -> Sign.Kind.RESYNC;
				default -> Sign.Kind.TIMER;
			}, End.OK, List.of());
		}
		int session = ((Input.OfClient) input).clientId();
		if (input instanceof Input.Connected connected) {
			return new Sign(System.nanoTime(), session, Sign.Kind.CONNECTED, End.OK, List.of(), 0,
					connected.timeoutNanos());
		}
		if (input instanceof Input.ChildrenListed listed) {
			return (listed.listing() instanceof Input.Children children) ? listed(session, children)
					: sign(session, Sign.Kind.LISTED, end(listed.listing()), List.of());
		}
		if (input instanceof Input.HeartbeatReply heard) {
			return sign(session, Sign.Kind.HEARD, end(heard.reply()), List.of());
		}
		if (input instanceof Input.PathChecked checked) {
			return sign(session, Sign.Kind.CHECKED, end(checked.reply()), List.of());
		}
		if (input instanceof Input.MemberRead fetched) {
			return sign(session, Sign.Kind.FETCHED, end(fetched.reply()), List.of(fetched.name().znode()));
		}
		if (input instanceof Input.MemberChanged changed) {
			return sign(session, Sign.Kind.ZNODE_CHANGED, End.OK, List.of(changed.name().znode()));
		}
		if (input instanceof Input.MemberDeleted deleted) {
			return sign(session, Sign.Kind.ZNODE_DELETED, End.OK, List.of(deleted.name().znode()));
		}
		return sign(session, (input instanceof Input.ClientCreated) ? Sign.Kind.OPENED
				: (input instanceof Input.Disconnected) ? Sign.Kind.DISCONNECTED
						: (input instanceof Input.SessionExpired) ? Sign.Kind.EXPIRED
								: (input instanceof Input.ClientFailed) ? Sign.Kind.DIED : Sign.Kind.PATH_CHANGED,
				End.OK, List.of());
	}

	private static Sign listed(int session, Input.Children children) {
		return new Sign(System.nanoTime(), session, Sign.Kind.LISTED, End.OK,
				children.registrations().stream().map(RegistrationName::znode).toList(), children.czxid(), 0);
	}

	private static Sign sign(int session, Sign.Kind kind, End end, List<String> znodes) {
		return new Sign(System.nanoTime(), session, kind, end, znodes, 0, 0);
	}

	private static End end(Object outcome) {
		return (outcome instanceof Input.Failure failure) ? switch (failure.cause()) {
			case MISSING -> End.MISSING;
			case DENIED -> End.DENIED;
			case CONNECTION -> End.CONNECTION;
			default -> End.OTHER;
		} : End.OK;
	}

	/** Around each input. */
	static final class Process {

		private Process() {
		}

		@Advice.OnMethodEnter
		static void enter(@Advice.FieldValue("settings") LocatorSettings settings, @Advice.Argument(0) Input input) {
			DetectorProbe.begin(settings, input);
		}

		@Advice.OnMethodExit(onThrowable = Throwable.class)
		static void exit(@Advice.Thrown @Nullable Throwable failure) {
			DetectorProbe.end(failure);
		}

	}

	/** Before each command. */
	static final class CarryOut {

		private CarryOut() {
		}

		@Advice.OnMethodEnter
		static void enter(@Advice.Argument(0) Command command) {
			DetectorProbe.asked(command);
		}

	}

	/** After each new client. */
	static final class NewZooKeeper {

		private NewZooKeeper() {
		}

		@Advice.OnMethodExit
		static void exit(@Advice.FieldValue("settings") LocatorSettings settings, @Advice.Return ZooKeeper client) {
			DetectorProbe.opened(settings, client);
		}

	}

	/** After each transition. */
	static final class Apply {

		private Apply() {
		}

		@Advice.OnMethodExit
		static void exit(@Advice.Argument(0) DetectorState before, @Advice.Return TransitionResult result) {
			DetectorProbe.made(before, result);
		}

	}

}
