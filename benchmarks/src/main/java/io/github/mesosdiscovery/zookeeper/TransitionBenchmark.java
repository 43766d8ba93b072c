package io.github.mesosdiscovery.zookeeper;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What a locator computes when something happens at the path: the transition, the new
 * snapshot and the events. It stands in the package of the transition, which nobody else
 * sees.
 */
@SuppressWarnings("NullAway.Init")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TransitionBenchmark {

	/** How many masters are registered. */
	@Param({ "3", "100", "10000" })
	public int registrations;

	private Registrations before;

	private Followed connected;

	private Followed complete;

	private Signal leaderDeleted;

	private Followed listing;

	private Signal listed;

	private Followed fetching;

	private Signal fetched;

	private Followed rereading;

	private Signal reread;

	/**
	 * Follow the path up to the moments that are measured.
	 */
	@Setup
	public void follow() {
		this.before = new Registrations(this.registrations);
		this.connected = Followed.connected();
		this.complete = this.connected.answered(this.before);
		this.leaderDeleted = new Signal.ZnodeDeleted(Followed.SESSION, Registrations.name(0));
		Registrations oneMore = new Registrations(this.registrations + 1);
		this.listing = this.complete.on(new Signal.PathChanged(Followed.SESSION));
		this.listed = oneMore.answer(this.listing.commands().get(0));
		this.fetching = this.listing.on(this.listed);
		this.fetched = oneMore.answer(this.fetching.commands().get(0));
		this.rereading = this.complete
			.on(new Signal.ZnodeChanged(Followed.SESSION, Registrations.name(this.registrations - 1)));
		this.reread = Registrations.changed(this.rereading.commands().get(0));
		if (this.complete.on(this.leaderDeleted).events().size() != 2
				|| this.fetching.on(this.fetched).events().size() != 1
				|| this.rereading.on(this.reread).events().size() != 1) {
			throw new IllegalStateException("Nothing became of what is measured");
		}
	}

	/**
	 * The watch on the leader's znode tells of its end.
	 * @return with the next leader
	 */
	@Benchmark
	public Object failover() {
		return this.complete.on(this.leaderDeleted);
	}

	/**
	 * A list arrives that has one registration more.
	 * @return with the request for its data
	 */
	@Benchmark
	public Object listing() {
		return this.listing.on(this.listed);
	}

	/**
	 * The data of that registration arrives.
	 * @return with one master more
	 */
	@Benchmark
	public Object registration() {
		return this.fetching.on(this.fetched);
	}

	/**
	 * Other data of the last registration arrives.
	 * @return with a master that is not what it was
	 */
	@Benchmark
	public Object change() {
		return this.rereading.on(this.reread);
	}

	/**
	 * From the first list to the last registration's data.
	 * @return with all masters
	 */
	@Benchmark
	public Object initialRead() {
		return this.connected.answered(this.before);
	}

}
