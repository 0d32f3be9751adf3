// The peer of bench/matching.ts: LEMON's network simplex on the same instance, building its network from the arrays each time.
// Reads an instance file once; then solves it for every line of its input and answers with filled, cost and seconds.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

struct Instance {
  int workers, openings;
  std::vector<int> rowPtr, col, cost, cap;
};

static std::vector<int> take(FILE* file, size_t count) {
  std::vector<int> numbers(count);
  if (std::fread(numbers.data(), sizeof(int), count, file) != count) std::exit(1);
  return numbers;
}

// Unserved costs more than all matches together could, so the most matches come first. Cost is as narrow as that allows.
template <typename Cost>
static void solve(const Instance& round, long long unserved) {
  const auto began = std::chrono::steady_clock::now();
  const int workers = round.workers, openings = round.openings, arcs = static_cast<int>(round.col.size());
  lemon::SmartDigraph graph;
  graph.reserveNode(workers + openings + 1);
  graph.reserveArc(arcs + workers + openings);
  for (int n = 0; n <= workers + openings; n++) graph.addNode();
  const auto root = graph.nodeFromId(workers + openings);
  for (int i = 0; i < workers; i++)
    for (int e = round.rowPtr[i]; e < round.rowPtr[i + 1]; e++) graph.addArc(graph.nodeFromId(i), graph.nodeFromId(workers + round.col[e]));
  for (int i = 0; i < workers; i++) graph.addArc(graph.nodeFromId(i), root);
  for (int j = 0; j < openings; j++) graph.addArc(graph.nodeFromId(workers + j), root);
  lemon::SmartDigraph::ArcMap<int> upper(graph, 1);
  lemon::SmartDigraph::ArcMap<Cost> cost(graph, 0);
  lemon::SmartDigraph::NodeMap<int> supply(graph, 0);
  for (int e = 0; e < arcs; e++) cost[graph.arcFromId(e)] = round.cost[e];
  for (int i = 0; i < workers; i++) cost[graph.arcFromId(arcs + i)] = static_cast<Cost>(unserved), supply[graph.nodeFromId(i)] = 1;
  for (int j = 0; j < openings; j++) upper[graph.arcFromId(arcs + workers + j)] = round.cap[j];
  supply[root] = -workers;
  lemon::NetworkSimplex<lemon::SmartDigraph, int, Cost> simplex(graph);
  simplex.upperMap(upper).costMap(cost).supplyMap(supply);
  if (simplex.run() != decltype(simplex)::OPTIMAL) std::exit(1);
  long long filled = workers, total = 0;
  for (int i = 0; i < workers; i++) filled -= simplex.flow(graph.arcFromId(arcs + i));
  for (int e = 0; e < arcs; e++)
    if (simplex.flow(graph.arcFromId(e))) total += round.cost[e];
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  std::printf("{\"filled\":%lld,\"cost\":%lld,\"seconds\":%.6f}\n", filled, total, seconds);
  std::fflush(stdout);
}

int main(int, char** argv) {
  FILE* file = std::fopen(argv[1], "rb");
  if (!file) return 1;
  Instance round;
  const auto counts = take(file, 3);
  round.workers = counts[0];
  round.openings = counts[1];
  round.rowPtr = take(file, counts[0] + 1);
  round.col = take(file, counts[2]);
  round.cost = take(file, counts[2]);
  round.cap = take(file, counts[1]);
  std::fclose(file);
  long long places = 0, dearest = 0;
  for (int j = 0; j < round.openings; j++) places += round.cap[j];
  for (int c : round.cost) dearest = std::max<long long>(dearest, c);
  const long long unserved = 2 * std::min<long long>(places, round.workers) * dearest + 2;
  for (std::string line; std::getline(std::cin, line);)
    if (unserved < (1 << 29)) solve<int>(round, unserved);
    else solve<long long>(round, unserved);
}
